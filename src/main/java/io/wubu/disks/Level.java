package io.wubu.disks;

/** How full a disk is. */
enum Level {
    PLENTY,
    /** Told on the health page and in the log; everything goes on. */
    LOW,
    /** Nothing more is put on it. */
    FULL
}
