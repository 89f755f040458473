package io.wubu.flow.ladder;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A post a model addresses: {@code post.city(execution, 'CITY_LEADER')}, or by a role a decision table named,
 * {@code post.of(execution, signer)}.
 *
 * @param role the role, or the name of the variable that holds it
 * @param isNamed whether the role stands in a variable
 */
record PostCall(String method, String role, boolean isNamed) {

    private static final Pattern CALL = Pattern.compile("post\\.(\\w+)\\((?:execution, *)?('?)(\\w+)'?\\)");

    /** The posts an expression addresses, in its order. */
    static List<PostCall> in(String expression) {
        return CALL.matcher(expression)
                .results()
                .map(call ->
                        new PostCall(call.group(1), call.group(3), call.group(2).isEmpty()))
                .toList();
    }

    /** The role it addresses in a case; null if nothing has named it yet. */
    @Nullable
    String roleIn(Map<String, String> namedRoles) {
        return isNamed ? namedRoles.get(role) : role;
    }
}
