package io.wubu.audit.chain;

import io.wubu.audit.ChainHash;
import io.wubu.audit.Seal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The seal files, outside the database: one a node, a signed line each time, only ever added to. */
final class Seals {

    private static final String ENDING = ".seals";

    private final Path folder;

    Seals(Path folder) {
        this.folder = folder;
    }

    /**
     * What a folder of seal files tells.
     *
     * @param seals by sequence
     * @param unreadable lines that are damaged or were not signed with this key
     */
    record Content(List<Seal> seals, List<String> unreadable) {}

    void add(Seal seal, ChainHash signer) throws IOException {
        Files.createDirectories(folder);
        var line = seal.line() + " " + signer.sign(seal.line()) + "\n";
        try (var channel = FileChannel.open(
                folder.resolve(seal.node() + ENDING),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    /** All nodes' seals. */
    Content read(ChainHash signer) throws IOException {
        var seals = new ArrayList<Seal>();
        var unreadable = new ArrayList<String>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "*" + ENDING)) {
                for (var file : files) {
                    var number = 0;
                    for (var line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                        number++;
                        var place = file.getFileName() + ":" + number;
                        Seal.read(line, signer).ifPresentOrElse(seals::add, () -> unreadable.add(place));
                    }
                }
            }
        }
        seals.sort(Comparator.comparingLong(Seal::sequence));
        return new Content(seals, unreadable);
    }
}
