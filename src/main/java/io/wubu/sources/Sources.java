package io.wubu.sources;

import io.wubu.shared.CannotStart;
import io.wubu.shared.Unknown;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The register of sources: {@code sources/sources.csv}, read and checked when the application starts. */
@Component
public class Sources {

    private static final String FILE = "/sources/sources.csv";

    private final Map<String, SourceEntry> entries;

    /** Reads the register; {@link CannotStart} with line and rule if it is not in order. */
    public Sources() {
        entries = SourcesFile.read("sources/sources.csv", open());
    }

    private static InputStream open() {
        var stream = Sources.class.getResourceAsStream(FILE);
        if (stream == null) {
            throw new CannotStart("缺少依据登记表 sources/sources.csv");
        }
        return stream;
    }

    /** A source by its key. */
    public SourceEntry get(String key) {
        return find(key).orElseThrow(() -> new Unknown("依据登记表里没有 " + key));
    }

    /** The same where it may be missing. */
    public Optional<SourceEntry> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** All rows. */
    public Collection<SourceEntry> all() {
        return entries.values();
    }

    /** How several sources are cited together. */
    public String cited(List<String> keys) {
        return keys.stream().map(key -> get(key).cited()).collect(Collectors.joining("；"));
    }
}
