package io.wubu.desk.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.flow.directory.FirstAdministrators;
import io.wubu.flow.directory.FirstAdministrators.Wish;
import io.wubu.people.Role;
import io.wubu.shared.Unknown;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 初始化: makes the three administrators of an empty system, once; afterwards there is nothing here. */
@RestController
@RequestMapping("/api/setup")
@Tag(name = "登录")
class SetupApi {

    private final FirstAdministrators first;
    private final AuditLog audit;

    SetupApi(FirstAdministrators first, AuditLog audit) {
        this.first = first;
        this.audit = audit;
    }

    /** The token and the three accounts. */
    record Sent(@Nullable String token, @Nullable Account system, @Nullable Account security, @Nullable Account audit) {

        /** For the log. */
        @Override
        public String toString() {
            return "Sent[…]";
        }
    }

    /** One of them. */
    record Account(@Nullable String account, @Nullable String name) {}

    /** A first password, told this once. */
    record Handed(String roleName, String account, String password) {

        /** For the log. */
        @Override
        public String toString() {
            return "Handed[" + account + "]";
        }
    }

    @Operation(summary = "是否待初始化", description = "已初始化的系统返回 404。")
    @GetMapping
    Map<String, Boolean> awaited() {
        requireAwaited();
        return Map.of("waiting", true);
    }

    @Operation(summary = "建立三员账号", description = "凭启动日志中的一次性令牌；返回的首次口令只显示这一次，登录时须更改。")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    List<Handed> make(@RequestBody Sent sent) {
        requireAwaited();
        var wishes = new EnumMap<Role, Wish>(Role.class);
        wishes.put(Role.MINISTRY_ADMIN, wish(sent.system()));
        wishes.put(Role.SECURITY_ADMIN, wish(sent.security()));
        wishes.put(Role.AUDITOR, wish(sent.audit()));
        var passwords = audit.with(
                AuditKind.ADMIN,
                "初始化三员账号",
                () -> first.make(Objects.toString(sent.token(), "").strip(), wishes));
        return FirstAdministrators.ROLES.stream()
                .map(role -> new Handed(
                        role.chinese(),
                        Objects.requireNonNull(wishes.get(role)).account(),
                        Objects.requireNonNull(passwords.get(role))))
                .toList();
    }

    private void requireAwaited() {
        if (!first.isAwaited()) {
            throw new Unknown("没有找到");
        }
    }

    private static Wish wish(@Nullable Account account) {
        return account == null
                ? new Wish("", "")
                : new Wish(
                        Objects.toString(account.account(), "").strip(),
                        Objects.toString(account.name(), "").strip());
    }
}
