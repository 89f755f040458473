package io.wubu.flow.directory;

import io.wubu.people.Role;
import io.wubu.shared.RuleBroken;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** What an account and its owner may be called: nothing that could be taken for another, for a post or for the system itself. */
final class AccountNames {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*([._-][a-z0-9]+)*");
    private static final int SHORTEST_ID = 3;
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NAME = 50;

    /** Words of the system: its own account, groups of the directory, parts of our addresses, what programs say for nobody. */
    private static final Set<String> RESERVED = Set.of(
            "system",
            "setup",
            "admin",
            "administrator",
            "root",
            "null",
            "none",
            "nobody",
            "undefined",
            "true",
            "false",
            "anonymous",
            "guest",
            "roles",
            "clashes",
            "accounts",
            "claims",
            "staff",
            "visitors",
            "clues",
            "demo",
            "camunda");

    /** Letters of any script, their marks, digits, and what stands between parts of a name. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} .·•'’()（）-]+");

    private AccountNames() {}

    /** {@link RuleBroken} names the field and its rule. */
    static void require(String id, String name) {
        require(
                id.length() >= SHORTEST_ID
                        && id.length() <= LONGEST_ID
                        && ID.matcher(id).matches(),
                "account",
                "shape",
                "“账号”：3 至 64 位小写字母、数字、点、横线、下划线，字母开头，字母或数字结尾，标点不相连");
        require(
                !RESERVED.contains(id) && !id.startsWith("camunda-"),
                "account",
                "reserved",
                "“账号”：" + id + " 是系统保留的名称");
        require(!name.isBlank(), "name", "required", "“姓名”：必填");
        require(name.strip().length() <= LONGEST_NAME, "name", "length", "“姓名”：至多 " + LONGEST_NAME + " 字");
        require(NAME.matcher(name.strip()).matches(), "name", "signs", "“姓名”：只用文字、数字、空格、间隔号、横线和括号，不用换行、尖括号和看不见的字符");
        require(!isPost(name), "name", "post", "“姓名”：不得是岗位名称，请填本人姓名");
    }

    /** However it is spaced or its signs are as wide as a character. */
    private static boolean isPost(String name) {
        var bare = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}]", "");
        return bare.contains("管理员") || Arrays.stream(Role.values()).anyMatch(role -> bare.contains(role.chinese()));
    }

    private static void require(boolean kept, String field, String code, String message) {
        if (!kept) {
            throw new RuleBroken(field, code, message);
        }
    }
}
