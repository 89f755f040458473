package io.wubu.imports.files;

import java.io.IOException;

/** A file that can be read row by row, as often as needed, without holding it in memory. */
public interface RowSource {

    /** Takes each row in turn; answers false to stop. */
    interface Sink {
        boolean take(RawRow row);
    }

    /** Reads the rows; a damaged file is a {@link BadFile}. */
    void read(Sink sink) throws IOException;
}
