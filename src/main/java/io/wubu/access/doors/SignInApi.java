package io.wubu.access.doors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.access.doors.Answer.Step;
import io.wubu.access.guessing.SignInLocks;
import io.wubu.access.identity.OutsideProof;
import io.wubu.access.sessions.Sessions;
import io.wubu.access.sessions.Token;
import io.wubu.accounts.Accounts;
import io.wubu.accounts.Claim;
import io.wubu.accounts.Enrolment;
import io.wubu.audit.Trace;
import io.wubu.shared.RuleBroken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What our own page of signing in asks: step by step in, and out again; and a new password of one's own. */
@RestController
@Tag(name = "登录")
class SignInApi {

    private final Door door;
    private final Sessions sessions;
    private final DeviceCookie device;
    private final OutsideProof outside;
    private final Accounts accounts;
    private final String help;

    SignInApi(
            Door door,
            Sessions sessions,
            DeviceCookie device,
            OutsideProof outside,
            Accounts accounts,
            @Value("${wubu.sign-in.outside-help}") String help) {
        this.door = door;
        this.sessions = sessions;
        this.device = device;
        this.outside = outside;
        this.accounts = accounts;
        this.help = help;
    }

    /** What the page sends; each step sends the former ones' again. */
    record Sent(
            @Nullable String account,
            @Nullable String password,
            @Nullable String code,
            @Nullable String newPassword,
            @Nullable Boolean told) {

        /** For the log. */
        @Override
        public String toString() {
            return "Sent[…]";
        }
    }

    /**
     * What comes next.
     *
     * @param ended how many older sessions of the account had to end
     * @param news what was done to the account: to be read, then {@code told} is sent
     */
    record Next(
            Step step,
            @Nullable Enrolment enrolment,
            List<String> recoveryCodes,
            Set<String> apps,
            int ended,
            List<Claim> news) {

        /** For the log. */
        @Override
        public String toString() {
            return "Next[" + step + "]";
        }
    }

    @Operation(
            summary = "登录",
            description =
                    "一步一步：账号口令，必要时先由本人申请（CLAIM）、读告知（NOTICE）、改发放的口令、绑定或输入动态口令；IN 为已登录。失败一律 401；有人在猜口令时，陌生来源来得太快为 429（Retry-After），对错都一样。")
    @PostMapping("/api/sign-in")
    ResponseEntity<Next> enter(@RequestBody Sent sent, HttpServletRequest request, HttpServletResponse response) {
        if (sent.account() == null
                || sent.account().isBlank()
                || sent.password() == null
                || sent.password().isEmpty()) {
            throw new RuleBroken("account", "required", "“账号”“口令”：必填");
        }
        if (Token.isForeign(request)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        var told = Boolean.TRUE.equals(sent.told());
        var attempt = new Attempt(sent.account().strip(), sent.password(), sent.code(), sent.newPassword(), told);
        var answer = door.enter(
                attempt,
                request.getRemoteAddr(),
                device.of(request, attempt.account()).orElse(null),
                "page");
        if (answer.step() == Step.REFUSED) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        var user = answer.user();
        var ended = 0;
        if (user != null) {
            device.mark(request, response, user.userId());
            ended = sessions.begin(request, response, user);
        }
        return ResponseEntity.ok(new Next(
                answer.step(),
                answer.enrolment(),
                answer.recoveryCodes(),
                user == null ? Set.of() : user.apps(),
                ended,
                answer.news()));
    }

    /**
     * The ways in beside a password of ours.
     *
     * @param directory whether marked accounts bring their password of the authority's directory
     * @param provider whether there is an identity provider
     */
    record Ways(boolean directory, boolean provider) {}

    @Operation(summary = "登录方式", description = "本系统口令之外：单位目录口令（directory）、单位统一身份认证（provider）。")
    @GetMapping("/api/sign-in/ways")
    Ways ways() {
        return new Ways(outside.hasDirectory(), outside.hasProvider());
    }

    @Operation(summary = "退出", description = "结束本次登录；须带会话的令牌，或由本系统的页面发出，否则 403。已过期的也是 204。")
    @PostMapping("/api/sign-out")
    ResponseEntity<Void> leave(HttpServletRequest request) {
        if (sessions.of(request).isPresent() && !Token.mayEnd(request, sessions)) {
            Trace.refused("token");
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        sessions.end(request, "own");
        return ResponseEntity.noContent().build();
    }

    /** The password one has and the one one wants. */
    record Change(@Nullable String password, @Nullable String newPassword) {

        /** For the log. */
        @Override
        public String toString() {
            return "Change[…]";
        }
    }

    @Operation(summary = "修改本人口令", description = "须报原口令（错误计入锁定）；不合规则为 422。改后本账号的所有登录都结束。")
    @PostMapping("/api/me/password")
    ResponseEntity<Void> change(@RequestBody Change change, HttpServletRequest request, Principal user) {
        if (change.password() == null || change.newPassword() == null) {
            throw new RuleBroken("newPassword", "required", "“原口令”“新口令”：必填");
        }
        if (accounts.standing(user.getName()).outside()) {
            throw new RuleBroken("password", "outside", "“原口令”：本账号的口令不在本系统修改。" + help);
        }
        if (SignInLocks.NO_TEXT.matcher(change.newPassword()).find()) {
            throw new RuleBroken("newPassword", "signs", "“新口令”：含有不能使用的字符");
        }
        if (!door.isPassword(user.getName(), change.password(), request.getRemoteAddr())) {
            throw new RuleBroken("password", "wrong", "“原口令”：不正确，或因多次失败暂时锁定");
        }
        door.change(user.getName(), Objects.requireNonNull(change.newPassword()));
        return ResponseEntity.noContent().build();
    }
}
