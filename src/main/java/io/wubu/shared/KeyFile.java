package io.wubu.shared;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** A file with 32 random bytes (hexadecimal) that only its owner may read; made when it is first asked for. */
public final class KeyFile {

    private static final int LENGTH = 32;
    private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int TRIES = 40;

    private KeyFile() {}

    /** The bytes in the file; nodes that share a directory and start together find the same ones. */
    public static byte[] of(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        for (var tries = 0; tries < TRIES && Files.size(file) < 2 * LENGTH; tries++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50)); // another node is writing it
        }
        return parse(Files.readString(file), file.toString());
    }

    /** The bytes of a key given as text; {@link IllegalStateException} in words naming its place if it is none. */
    public static byte[] parse(String text, String place) {
        if (!KEY.matcher(text.strip()).matches()) {
            throw new IllegalStateException(
                    place + " 应为 32 字节的十六进制密钥，可用 openssl rand -hex 32 生成 (not a key of 32 bytes)");
        }
        return HexFormat.of().parseHex(text.strip());
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var fresh = new byte[LENGTH];
        new SecureRandom().nextBytes(fresh);
        try (var channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(file))) {
            channel.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(fresh)));
            channel.force(true);
        } catch (FileAlreadyExistsException otherNode) {
            return;
        }
    }

    /** Its rights from the first moment on, where the file system knows rights. */
    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
