package io.wubu.regions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is above whom in the campaign; read once, and again when a code turns up that was not there. */
class RegionTree {

    private static final int LENGTH = 6;

    private final JdbcClient jdbc;
    private volatile @Nullable Map<String, String> above;

    RegionTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Up from the inner one: does the way meet the outer one? */
    boolean covers(String outer, String inner) {
        if (outer.equals(Region.MINISTRY)) {
            return true;
        }
        var parents = parents();
        if (!parents.containsKey(inner)) {
            parents = read();
        }
        for (var at = inner; at != null; at = parents.get(at)) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /** The shortest prefixes that fit every covered code and no other code there is. */
    List<String> stems(String code) {
        if (code.equals(Region.MINISTRY)) {
            return List.of("");
        }
        var stem = Regions.stem(code);
        var away = new ArrayList<String>();
        var stems = new ArrayList<String>();
        for (var other : parents().keySet()) {
            if (other.startsWith(stem) != covers(code, other)) {
                (other.startsWith(stem) ? away : stems).add(other);
            }
        }
        cut(stem, away, stems);
        return stems.stream().sorted().toList();
    }

    private static void cut(String prefix, List<String> away, List<String> stems) {
        if (away.stream().noneMatch(code -> code.startsWith(prefix))) {
            stems.add(prefix);
        } else if (prefix.length() < LENGTH) {
            for (var digit = 0; digit <= 9; digit++) {
                cut(prefix + digit, away, stems);
            }
        }
    }

    private Map<String, String> parents() {
        var known = above;
        return known == null ? read() : known;
    }

    private Map<String, String> read() {
        var read = new HashMap<String, String>();
        jdbc.sql("select code, coalesce(campaign_parent, parent_code) as above from wubu.region")
                .query(row -> {
                    read.put(row.getString("code"), Objects.toString(row.getString("above"), ""));
                });
        above = Map.copyOf(read);
        return read;
    }
}
