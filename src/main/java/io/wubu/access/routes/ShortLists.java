package io.wubu.access.routes;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request to the engine's API that never asks for more rows than one answer may hold (默认值), and whose empty lists ask for
 * nothing: {@code taskIdIn=,} would be no criterion to the engine.
 */
class ShortLists extends HttpServletRequestWrapper {

    static final int MOST = 200;

    private static final String LIMIT = "maxResults";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern LIST = Pattern.compile(".*(?<!Not)In|.*(Ids|Keys|Groups)");
    private static final Pattern BLANK = Pattern.compile("[,\\s]*");

    ShortLists(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getQueryString() {
        return limited(super.getQueryString());
    }

    /** The query with one limit; what is no number, or too great a one, becomes the greatest allowed. */
    static String limited(@Nullable String query) {
        var kept = new ArrayList<String>();
        var limit = MOST;
        for (var part : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            var pair = part.split("=", 2);
            if (isEmptyList(pair)) {
                kept.add(pair[0] + "=" + EngineBody.NOTHING);
            } else if (!decoded(pair[0]).equals(LIMIT)) {
                kept.add(part);
            } else if (pair.length == 2 && NUMBER.matcher(pair[1]).matches()) {
                limit = Math.min(limit, Integer.parseInt(pair[1]));
            }
        }
        kept.add(LIMIT + "=" + limit);
        return String.join("&", kept);
    }

    private static boolean isEmptyList(String[] pair) {
        var value = pair.length == 2 ? decoded(pair[1]) : "";
        return BLANK.matcher(value).matches() && (LIST.matcher(decoded(pair[0])).matches() || value.contains(","));
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }
}
