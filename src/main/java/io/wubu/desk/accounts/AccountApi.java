package io.wubu.desk.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.access.guessing.SignInLocks;
import io.wubu.access.identity.Logins;
import io.wubu.accounts.Accounts;
import io.wubu.accounts.SecondFactors;
import io.wubu.desk.web.Bounds;
import io.wubu.flow.directory.AccountKeeping;
import io.wubu.flow.directory.KnownAccount;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.regions.Regions;
import io.wubu.shared.RuleBroken;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 账号与岗位: 系统管理员 keeps accounts, 安全管理员 posts, locks and second factors; neither does it to himself. */
@RestController
@RequestMapping("/api/accounts")
@Tag(name = "账号")
class AccountApi {

    private static final int PAGE = 20;

    private final AccountKeeping keeping;
    private final People people;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final SignInLocks locks;
    private final Regions regions;
    private final Logins logins;

    AccountApi(
            AccountKeeping keeping,
            People people,
            Accounts accounts,
            SecondFactors factors,
            SignInLocks locks,
            Regions regions,
            Logins logins) {
        this.keeping = keeping;
        this.people = people;
        this.accounts = accounts;
        this.factors = factors;
        this.locks = locks;
        this.regions = regions;
        this.logins = logins;
    }

    /** One page of accounts. */
    record Page(long all, int size, List<Line> accounts) {}

    /** An account as the page shows it. */
    record Line(
            String account,
            String name,
            boolean disabled,
            boolean mustChange,
            boolean secondFactor,
            boolean locked,
            boolean outside,
            boolean decides,
            boolean mustClaim,
            List<Post> posts) {}

    /** A post it holds. */
    record Post(Role role, String roleName, String regionCode, String name) {}

    /** A new account. */
    record Wish(@Nullable String account, @Nullable String name) {}

    /** A post to be given. */
    record Given(@Nullable Role role, @Nullable String regionCode, @Nullable String homeRegion) {}

    /** A first password, if one was handed out; it is told this once. Pending: the second administrator is to confirm. */
    record Handed(@Nullable String password, @Nullable Boolean pending) {

        Handed(@Nullable String password) {
            this(password, null);
        }

        /** For the log. */
        @Override
        public String toString() {
            return "Handed[…]";
        }
    }

    /** Whether an account's identity is to be proven outside. */
    record Source(@Nullable Boolean outside) {}

    /** Whether an account is to be disabled. */
    record Switch(@Nullable Boolean disabled) {}

    @Operation(summary = "账号一览", description = "按账号或姓名查找，每页 20 个。")
    @GetMapping
    Page page(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "0") int page) {
        var found = keeping.page(text.strip(), Bounds.page(page, 0) * PAGE, PAGE);
        return new Page(
                found.isEmpty() ? 0 : found.get(0).all(),
                PAGE,
                found.stream().map(this::line).toList());
    }

    @Operation(summary = "新建账号", description = "没有岗位；首次登录须改口令。返回的口令只显示这一次。限系统管理员。")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Handed open(@RequestBody Wish wish, Principal by) {
        return new Handed(keeping.open(text(wish.account()), text(wish.name()), by.getName()));
    }

    @Operation(summary = "岗位冲突", description = "现有账号中按岗位分离、籍贯回避不应兼任的，供免去其一。")
    @GetMapping("/clashes")
    List<People.Clash> clashes() {
        return people.clashes();
    }

    @Operation(summary = "重置口令", description = "结束该账号的全部登录；下次登录须改口令。只用于尚未启用、没有岗位的新账号；其余须本人提出口令申请。限系统管理员，不得对本人。")
    @PostMapping("/{account}/password")
    Handed reset(@PathVariable String account, Principal by) {
        return new Handed(keeping.reset(account, by.getName()));
    }

    @Operation(
            summary = "停用或启用账号",
            description = "停用立即结束其全部登录。三员和岗位有决定权的账号须第二位管理员在“口令申请”确认（202，pending）；三员每种至少留一名在用。限系统管理员，不得对本人。")
    @PostMapping("/{account}/state")
    ResponseEntity<Handed> disable(@PathVariable String account, @RequestBody Switch wish, Principal by) {
        if (wish.disabled() == null) {
            throw new RuleBroken("disabled", "required", "“停用”：必填");
        }
        return keeping.disable(account, wish.disabled(), by.getName())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.accepted().body(new Handed(null, true));
    }

    @Operation(
            summary = "改变身份核验方式",
            description = "outside 为真：由单位目录或统一身份认证核验，本系统的口令作废；有岗位的账号须第二位管理员确认（pending）。"
                    + "为假：收回，只用于尚未启用、没有岗位的新账号；其余须本人提出口令申请，申请生效即收回。结束其全部登录。限系统管理员，不得对本人。")
    @PostMapping("/{account}/source")
    Handed source(@PathVariable String account, @RequestBody Source wish, Principal by) {
        if (wish.outside() == null) {
            throw new RuleBroken("outside", "required", "“身份核验”：必填");
        }
        if (wish.outside()) {
            return new Handed(null, keeping.moveOut(account, by.getName()) ? null : true);
        }
        return new Handed(keeping.moveIn(account, by.getName()));
    }

    @Operation(summary = "授予岗位", description = "三员不得兼任其他岗位；核查、审批与被核查的岗位不得兼任；不得核查籍贯所在地。限安全管理员，不得对本人。")
    @PostMapping("/{account}/posts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(@PathVariable String account, @RequestBody Given given, Principal by) {
        var role = given.role();
        if (role == null || given.regionCode() == null) {
            throw new RuleBroken("role", "required", "“岗位”“任职区划”：必填");
        }
        var region = regions.get(given.regionCode());
        if (!region.level().equals(role.level())) {
            throw new RuleBroken("regionCode", "level", "“任职区划”：" + role.chinese() + "不在这一级任职");
        }
        var home = given.homeRegion() == null || given.homeRegion().isBlank()
                ? null
                : regions.get(given.homeRegion()).code();
        var name = role.level().equals("ministry") ? role.chinese() : role.titleIn(region.name());
        keeping.give(new Person(account, name, role, region.code(), home), by.getName());
    }

    @Operation(summary = "免去岗位", description = "限安全管理员，不得对本人。")
    @DeleteMapping("/{account}/posts/{role}/{regionCode}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@PathVariable String account, @PathVariable Role role, @PathVariable String regionCode, Principal by) {
        keeping.take(account, role.at(regionCode), by.getName());
    }

    @Operation(summary = "解除锁定", description = "清除该账号的登录失败计数。限安全管理员，不得对本人。")
    @DeleteMapping("/{account}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable String account, Principal by) {
        keeping.unlock(account, by.getName());
    }

    @Operation(summary = "解除动态口令", description = "手机丢失时；下次登录重新绑定。岗位有决定权的账号须本人提出口令申请。限安全管理员，不得对本人。")
    @DeleteMapping("/{account}/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecondFactor(@PathVariable String account, Principal by) {
        keeping.removeSecondFactor(account, by.getName());
    }

    /** A post there is to give. */
    record Offered(Role role, String roleName, String level) {}

    @Operation(summary = "可授予的岗位", description = "level 是任职的区划级别：ministry、province、city、county。")
    @GetMapping("/roles")
    List<Offered> roles() {
        return Arrays.stream(Role.values())
                .map(role -> new Offered(role, role.chinese(), role.level()))
                .toList();
    }

    private Line line(KnownAccount known) {
        var standing = accounts.standing(known.id());
        var posts = people.postsOf(known.id()).stream()
                .map(post -> new Post(post.role(), post.role().chinese(), post.regionCode(), post.displayName()))
                .toList();
        return new Line(
                known.id(),
                known.name(),
                standing.disabled(),
                standing.mustChange(),
                factors.isEnrolled(known.id()),
                locks.isLocked(known.id()),
                standing.outside(),
                people.decides(known.id()),
                logins.mustClaim(known.id()),
                posts);
    }

    private static String text(@Nullable String value) {
        return Objects.toString(value, "").strip();
    }
}
