package io.wubu.disks;

import java.nio.file.Path;

/** How much can still be written where a folder lies. */
interface FreeSpace {

    /** In bytes; for a folder that exists. */
    long of(Path folder);
}
