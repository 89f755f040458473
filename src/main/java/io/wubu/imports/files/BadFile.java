package io.wubu.imports.files;

import org.jspecify.annotations.Nullable;

/** The file as a whole can't be read: wrong kind, wrong encoding, too large, damaged. */
public class BadFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int row;

    public BadFile(String code, int row, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.row = row;
    }

    public BadFile(String code, String message) {
        this(code, 0, message, null);
    }

    public Refusal refusal() {
        return new Refusal(row, "文件", code, String.valueOf(getMessage()));
    }
}
