package io.wubu.desk.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.wubu.access.routes.OwnPages;
import io.wubu.accounts.Accounts;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.flow.directory.ActingPosts;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.shared.RuleBroken;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in, under which of his posts, for pages that show it and offer what the post may do. */
@RestController
class MeApi {

    private final People people;
    private final ActingPosts posts;
    private final AuditLog audit;
    private final OwnPages pages;
    private final Accounts accounts;
    private final String help;

    MeApi(
            People people,
            ActingPosts posts,
            AuditLog audit,
            OwnPages pages,
            Accounts accounts,
            @Value("${wubu.sign-in.outside-help}") String help) {
        this.people = people;
        this.posts = posts;
        this.audit = audit;
        this.pages = pages;
        this.accounts = accounts;
        this.help = help;
    }

    /**
     * The signed-in account and the post it acts under.
     *
     * @param posts all posts of the account, that one first
     * @param ways the pages that are of use to the post, in the order of the header
     * @param passwordElsewhere where to change the password, in words, if that is not here
     */
    record Me(
            String account,
            String post,
            String role,
            String regionCode,
            List<Held> posts,
            List<String> ways,
            @Nullable String passwordElsewhere) {}

    /** One post an account holds. */
    record Held(String post, Role role, String regionCode) {}

    @Operation(summary = "本人", description = "当前登录的账号、办理岗位、任职区划、担任的全部岗位，以及该岗位可用的页面。")
    @GetMapping("/api/me")
    Me me(Principal user) {
        return describe(people.get(user.getName()));
    }

    @Operation(summary = "切换岗位", description = "一人多岗时选择以哪个岗位办理；对本账号的所有会话生效。不担任的岗位返回 404。")
    @PutMapping("/api/me/post")
    Me choose(@RequestBody Chosen chosen, Principal user) {
        if (chosen.role() == null || chosen.regionCode() == null) {
            throw new RuleBroken("role", "required", "“岗位”和“任职区划”必填");
        }
        var role = chosen.role();
        var region = chosen.regionCode();
        return describe(audit.with(AuditKind.POST, role.at(region), () -> posts.choose(user.getName(), role, region)));
    }

    /** The post to act under from now on. */
    record Chosen(@Nullable Role role, @Nullable String regionCode) {}

    private Me describe(Person acting) {
        var held = people.postsOf(acting.userId()).stream()
                .map(post -> new Held(post.displayName(), post.role(), post.regionCode()))
                .toList();
        var role = acting.role().name();
        var elsewhere = accounts.standing(acting.userId()).outside() ? help : null;
        return new Me(
                acting.userId(), acting.displayName(), role, acting.regionCode(), held, pages.of(role), elsewhere);
    }
}
