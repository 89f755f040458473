package io.wubu.nodes;

import java.time.Instant;

/** The clock of this machine, whatever clock the application goes by: a drill's or a sample's past are not meant. */
public interface MachineClock {

    /** The machine's present. */
    Instant now();
}
