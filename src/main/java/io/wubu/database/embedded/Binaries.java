package io.wubu.database.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this platform, unpacked aside and then put in place as a whole; again if they have vanished. */
final class Binaries {

    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private final Path folder;

    /** @param folder below which they stand */
    Binaries(Path folder) {
        this.folder = folder;
    }

    /** The command line of one of them, unpacked if need be. */
    List<String> command(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U")); // PostgreSQL does not run as root
        }
        command.add(program(program).toString());
        command.addAll(arguments);
        return command;
    }

    private Path program(String name) throws IOException {
        var packed = packed();
        var home = folder.resolve("PG-" + fingerprint(packed));
        var program = home.resolve("bin").resolve(WINDOWS ? name + ".exe" : name);
        if (!Files.isExecutable(program)
                || !Files.exists(home.resolve("lib"))
                || !Files.exists(home.resolve("share"))) {
            LOG.info("unpacking PostgreSQL's programs to {}", home);
            Folders.remove(home);
            unpack(packed, home);
        }
        return program;
    }

    private void unpack(byte[] packed, Path home) throws IOException {
        Files.createDirectories(folder);
        var aside = Files.createTempDirectory(folder, "unpacking");
        try {
            try (var entries = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(packed)))) {
                for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                    unpack(entries, entry, aside);
                }
            }
            Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.remove(aside);
        }
    }

    private static void unpack(TarArchiveInputStream entries, TarArchiveEntry entry, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("an entry leaves the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink() || entry.isLink()) {
            link(target, entry.getLinkName());
            return;
        }
        Files.copy(entries, target);
        if (target.startsWith(root.resolve("bin")) && !target.toFile().setExecutable(true, false)) {
            throw new IOException("can't be made a program: " + target);
        }
    }

    private static void link(Path target, String to) throws IOException {
        try {
            Files.createSymbolicLink(target, Path.of(to));
        } catch (FileAlreadyExistsException twice) {
            LOG.debug("named twice: {}", target);
        }
    }

    private static byte[] packed() throws IOException {
        var system = WINDOWS ? "Windows" : System.getProperty("os.name", "").startsWith("Mac") ? "Darwin" : "Linux";
        var machine = System.getProperty("os.arch", "");
        try (InputStream found = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, machine.equals("amd64") ? "x86_64" : machine)) {
            if (found == null) {
                throw new IOException("没有适用于 " + system + " " + machine + " 的 PostgreSQL 程序，请改用 spring.datasource.url");
            }
            return found.readAllBytes();
        }
    }

    private static String fingerprint(byte[] packed) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(packed);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
