package io.wubu.imports.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A part of a workbook as it inflates; breaks off with {@link BadFile} when it becomes larger than any ledger needs. */
class CountedPart extends FilterInputStream {

    /** 默认值. */
    private static final long LARGEST_PART = 50L * 1024 * 1024;

    /** 默认值: what people write is compressed to a tenth, repetition at its worst to a fiftieth. */
    private static final long MOST_PER_BYTE = 100;

    /** Small parts may be as repetitive as they like. */
    private static final long NOT_MEASURED = 1024 * 1024;

    private final long compressed;
    private final long left;
    private long size;

    /**
     * A part about to be read.
     *
     * @param compressed bytes it takes in the file
     * @param left bytes all parts may still inflate to
     */
    CountedPart(InputStream content, long compressed, long left) {
        super(content);
        this.compressed = compressed;
        this.left = left;
    }

    /** Bytes read so far. */
    long size() {
        return size;
    }

    @Override
    public int read() throws IOException {
        var one = in.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var some = in.read(into, offset, length);
        count(Math.max(some, 0));
        return some;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Does nothing: the XML parser closes what it has read, but its owner still counts to the end. */
    @Override
    public void close() {}

    private void count(int bytes) {
        size += bytes;
        if (size > left) {
            throw new BadFile("file.bomb", "工作簿解压后超过 100 MB，不能导入，请分批");
        }
        if (size > LARGEST_PART) {
            throw new BadFile("file.bomb", "工作簿的一个部件解压后超过 50 MB，不能导入，请分批");
        }
        if (size > NOT_MEASURED && size / MOST_PER_BYTE > compressed) {
            throw new BadFile("file.bomb", "工作簿解压后是压缩前的 100 倍以上，不能导入");
        }
    }
}
