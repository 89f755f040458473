package io.wubu.insight;

import java.util.List;

/**
 * How far a reader may see; no list is read without one.
 *
 * @param stems the beginnings of all region codes he covers; an empty one is the whole country, no stem is nothing
 */
public record Reach(List<String> stems) {

    public Reach {
        stems = List.copyOf(stems);
    }

    /** As patterns of {@code like}. */
    String[] patterns() {
        return stems.stream().map(stem -> stem + "%").toArray(String[]::new);
    }
}
