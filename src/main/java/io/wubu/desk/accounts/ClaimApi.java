package io.wubu.desk.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.access.doors.Arrivals;
import io.wubu.accounts.Claim;
import io.wubu.accounts.Claim.Kind;
import io.wubu.accounts.Claim.State;
import io.wubu.accounts.ClaimAlarm;
import io.wubu.accounts.Claims;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.desk.web.Bounds;
import io.wubu.flow.directory.AccountClaims;
import io.wubu.people.Role;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Source;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 口令申请: the owner asks before he is in, two administrators confirm, the owner sees what happens to his account. */
@RestController
@Tag(name = "口令申请")
class ClaimApi {

    private static final int PAGE = 20;
    private static final int MOST = 500;
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    private final AccountClaims keeping;
    private final Claims claims;
    private final ClaimAlarm alarm;
    private final Arrivals arrivals;
    private final AuditLog audit;

    ClaimApi(AccountClaims keeping, Claims claims, ClaimAlarm alarm, Arrivals arrivals, AuditLog audit) {
        this.keeping = keeping;
        this.claims = claims;
        this.alarm = alarm;
        this.arrivals = arrivals;
        this.audit = audit;
    }

    /** What the owner sends. */
    record Wish(@Nullable String account, @Nullable String newPassword, @Nullable Boolean lostPhone) {

        /** For the log. */
        @Override
        public String toString() {
            return "Wish[…]";
        }
    }

    /** The code, told this once. */
    record Code(String code, long hours) {

        /** For the log. */
        @Override
        public String toString() {
            return "Code[…]";
        }
    }

    @Operation(
            summary = "提出口令申请",
            description = "忘记口令、首次启用或手机丢失时由本人提出；返回只显示这一次的确认码，告知两位管理员，两人输入后新口令生效。" + "账号不存在也是同样的答复。")
    @PostMapping("/api/sign-in/claims")
    ResponseEntity<Code> file(@RequestBody Wish wish, HttpServletRequest request) {
        if (arrivals.isForeign(request)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        var account = Objects.toString(wish.account(), "").strip();
        var chosen = Objects.toString(wish.newPassword(), "");
        if (account.isEmpty() || chosen.isEmpty()) {
            throw new RuleBroken("account", "required", "“账号”“新口令”：必填");
        }
        var lost = Boolean.TRUE.equals(wish.lostPhone());
        var filed = keeping.file(
                account, chosen, lost, Source.of(request.getRemoteAddr()).name());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new Code(filed.code(), filed.valid().toHours()));
    }

    /**
     * A claim as administrators see it: neither code nor password.
     *
     * @param confirmers who has to confirm
     */
    record Waiting(
            long claim,
            String account,
            Kind kind,
            String source,
            String filedBy,
            Instant filedAt,
            Instant endsAt,
            boolean lostPhone,
            List<Claim.Confirmation> confirmations,
            List<String> confirmers) {}

    /** One page of what waits; {@code alarm}: strangers file many, in words. */
    record Page(long all, int size, String alarm, List<Waiting> claims) {}

    @Operation(summary = "待确认的申请", description = "每页 20 件，可按账号查找；已有人确认的、从本人常用地址提出的在前。限三员；不含口令和确认码。")
    @GetMapping("/api/claims")
    Page waiting(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "0") int page) {
        var found = claims.open(text.strip(), Bounds.page(page, 0) * PAGE, PAGE);
        return new Page(
                claims.waiting(text.strip()),
                PAGE,
                alarm.words(),
                found.stream().map(this::waiting).toList());
    }

    private Waiting waiting(Claim claim) {
        return new Waiting(
                claim.id(),
                claim.account(),
                claim.kind(),
                claim.source(),
                claim.filedBy(),
                claim.filedAt(),
                claim.endsAt(),
                claim.dropFactor(),
                claim.confirmations(),
                keeping.confirmers(claim.account()).stream().map(Role::chinese).toList());
    }

    /** What is to be cleared away: some claims, or all that wait unconfirmed from one address. */
    record Clearing(@Nullable List<Long> claims, @Nullable String source, @Nullable String reason) {}

    /** How many were cleared away. */
    record Cleared(int cleared) {}

    @Operation(summary = "清理申请", description = "一次拒绝多件（claims，至多 500 件），或一个来源的全部未确认申请（source）；须写理由，逐件记入审计。限三员，不得对本人。")
    @PostMapping("/api/claims/refusals")
    Cleared clear(@RequestBody Clearing wish, Principal by) {
        var reason = Objects.toString(wish.reason(), "").strip();
        var source = Objects.toString(wish.source(), "").strip();
        var ids = Objects.requireNonNullElse(wish.claims(), List.<Long>of());
        if (reason.length() < 2
                || reason.length() > 200
                || HARMFUL.matcher(reason).find()) {
            throw new RuleBroken("reason", "required", "“理由”：必填，2 至 200 字，不含控制字符");
        }
        if (ids.size() > MOST || ids.stream().anyMatch(Objects::isNull)) {
            throw new RuleBroken("claims", "most", "“申请”：一次至多 " + MOST + " 件");
        }
        if (ids.isEmpty() == source.isEmpty()) {
            throw new RuleBroken("claims", "required", "“申请”“来源”：须选其一");
        }
        return new Cleared(keeping.clear(ids, source, reason, by.getName()));
    }

    /** That the owner was identified; the code he told, or none for another who proves the identity. */
    record Said(@Nullable String account, @Nullable String code, @Nullable Kind kind) {

        /** For the log. */
        @Override
        public String toString() {
            return "Said[" + account + "]";
        }
    }

    @Operation(
            summary = "确认申请",
            description =
                    "核对身份后输入本人告知的确认码；不填确认码则是同意另一位管理员的提议（kind：OUTSIDE 改由单位核验，DISABLE 停用，ENABLE 启用）。两个不同岗位的管理员确认后生效（done）；确认码输错 5 次申请作废。"
                            + "限三员，不得对本人。")
    @PostMapping("/api/claims")
    AccountClaims.Confirmed confirm(@RequestBody Said said, Principal by) {
        var account = Objects.toString(said.account(), "").strip();
        var code = Objects.toString(said.code(), "").strip();
        if (account.isEmpty()) {
            throw new RuleBroken("account", "required", "“账号”：必填");
        }
        var answer = code.isEmpty()
                ? keeping.agree(account, Objects.requireNonNullElse(said.kind(), Kind.OUTSIDE), by.getName())
                : keeping.confirm(account, code, by.getName());
        if (!answer.right()) {
            throw new RuleBroken("code", "wrong", "“确认码”：不正确；已计入错误次数，错满规定次数该账号的申请全部作废");
        }
        return answer;
    }

    @Operation(summary = "拒绝申请", description = "查明不是本人提出的。限三员。")
    @DeleteMapping("/api/claims/{claim}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@PathVariable long claim, Principal by) {
        keeping.refuse(claim, by.getName(), false);
    }

    /** A claim as its owner sees it. */
    record Own(
            long claim,
            Kind kind,
            State state,
            String stateName,
            String source,
            Instant filedAt,
            Instant endsAt,
            Instant endedAt,
            boolean lostPhone,
            List<Claim.Confirmation> confirmations) {

        static Own of(Claim claim) {
            return new Own(
                    claim.id(),
                    claim.kind(),
                    claim.state(),
                    claim.state().chinese(),
                    claim.source(),
                    claim.filedAt(),
                    claim.endsAt(),
                    claim.endedAt(),
                    claim.dropFactor(),
                    claim.confirmations());
        }
    }

    /** All there was, and what he has not confirmed to have read. */
    record Told(List<Own> claims, List<Own> untold) {}

    @Operation(summary = "本账号的口令申请", description = "待确认的、已结束的和尚未确认知悉的。")
    @GetMapping("/api/me/claims")
    Told own(Principal user) {
        return new Told(
                claims.of(user.getName()).stream().map(Own::of).toList(),
                claims.untold(user.getName()).stream().map(Own::of).toList());
    }

    @Operation(summary = "已知悉", description = "本人确认已看到对本账号的更改。")
    @PostMapping("/api/me/claims")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void told(Principal user) {
        audit.with(AuditKind.ACCOUNT, "claim-told " + user.getName(), () -> claims.told(user.getName()));
    }

    @Operation(summary = "不是本人提出的", description = "本人拒绝一件对本账号的申请。")
    @DeleteMapping("/api/me/claims/{claim}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuseOwn(@PathVariable long claim, Principal user) {
        keeping.refuse(claim, user.getName(), true);
    }
}
