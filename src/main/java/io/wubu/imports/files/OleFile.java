package io.wubu.imports.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The container of old Office files and of encrypted new ones; what is in it stands in its directory by name. */
final class OleFile {

    private OleFile() {}

    /** Whether the container has a stream of that name; the file is no larger than a ledger may be. */
    static boolean holds(Path file, String stream) throws IOException {
        var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        var name = new String(stream.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return content.contains(name);
    }
}
