package io.wubu.sample.stories;

import java.util.HashMap;
import java.util.Map;

/** Fields of a paper, as the browser sends them. */
final class Fields {

    private Fields() {}

    /** Proposals as they stand, with these name and value pairs on top; options are no fields. */
    static Map<String, Object> with(Map<String, Object> proposals, Object... pairs) {
        var fields = new HashMap<String, Object>();
        proposals.forEach((name, value) -> {
            if (value != null && !name.startsWith("options.")) {
                fields.put(name, value);
            }
        });
        for (var pair = 0; pair < pairs.length; pair += 2) {
            fields.put(String.valueOf(pairs[pair]), pairs[pair + 1]);
        }
        return fields;
    }
}
