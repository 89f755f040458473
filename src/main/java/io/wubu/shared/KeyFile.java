package io.wubu.shared;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file with 32 random bytes (hexadecimal) that only its owner may read; made when it is first asked for, but never over a
 * database that was written with a key: a new one would open nothing, and hide that the old one is lost.
 */
public final class KeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final int LENGTH = 32;
    private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int TRIES = 40;
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /**
     * The bytes in the file; nodes that share a directory and start together find the same ones.
     *
     * @param inUse whether a key was in use already; asked only if the file is missing
     */
    public static byte[] of(Path file, BooleanSupplier inUse) throws IOException {
        if (!Files.exists(file)) {
            if (inUse.getAsBoolean()) {
                throw new CannotStart(
                        "密钥文件 " + file.toAbsolutePath() + " 不存在，而数据库中已有用它保护的数据：请从备份恢复该文件（或用设置给出原密钥）后再启动；没有新建密钥，数据没有改动");
            }
            make(file);
        }
        if (!Files.isRegularFile(file)) {
            throw new CannotStart("密钥文件 " + file.toAbsolutePath() + " 不是文件：请恢复原来的密钥文件");
        }
        for (var tries = 0; tries < TRIES && Files.size(file) < 2 * LENGTH; tries++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50)); // another node is writing it
        }
        warnIfOthersRead(file);
        return parse(read(file), "密钥文件 " + file.toAbsolutePath());
    }

    /** The bytes of a key given as text; {@link CannotStart} in words naming its place if it is none. */
    public static byte[] parse(String text, String place) {
        if (!KEY.matcher(text.strip()).matches()) {
            throw new CannotStart(place + (text.isBlank() ? " 是空的：" : " 已损坏或不完整：")
                    + "应为 32 字节的十六进制密钥（64 个字符）；已有数据时请从备份恢复，新装时可用 openssl rand -hex 32 生成"
                    + " (not a key of 32 bytes)");
        }
        return HexFormat.of().parseHex(text.strip());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new CannotStart("密钥文件 " + file.toAbsolutePath() + " 无法读取：请更正其权限（仅所有者可读写，0600）", e);
        }
    }

    private static void warnIfOthersRead(Path file) throws IOException {
        if (knowsRights(file) && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            LOG.warn("密钥文件 {} 的权限过宽，其他用户可能读取；请改为 0600 (the key file is open to others)", file.toAbsolutePath());
        }
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
        return knowsRights(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS)}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsRights(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
