package io.wubu.federation;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.access.doors.Arrivals;
import io.wubu.access.doors.Arrivals.NotLetIn;
import io.wubu.access.sessions.OwnAddress;
import io.wubu.audit.AuditUnavailable;
import io.wubu.federation.NoProof.Why;
import io.wubu.shared.Unknown;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Signing in over the identity provider: out, and back. Both ways end at the provider's own address or at our page of signing
 * in, whatever the request says; the page knows where its user wanted to go.
 */
@RestController
@Tag(name = "登录")
class OidcApi {

    private static final String CALLBACK = "/api/sign-in/oidc/callback";
    private static final String PAGE = "/desk/sign-in.html";
    private static final String WAY = "oidc";

    private final OidcSettings settings;
    private final Provider provider;
    private final Errands errands;
    private final Arrivals arrivals;
    private final OwnAddress address;

    OidcApi(OidcSettings settings, Provider provider, Errands errands, Arrivals arrivals, OwnAddress address) {
        this.settings = settings;
        this.provider = provider;
        this.errands = errands;
        this.arrivals = arrivals;
        this.address = address;
    }

    @Operation(summary = "前往统一身份认证", description = "浏览器由登录页打开；没有配置时 404。")
    @GetMapping("/api/sign-in/oidc")
    ResponseEntity<Void> out(HttpServletRequest request, HttpServletResponse response) {
        requireConfigured();
        if (arrivals.isForeign(request)) {
            return to(page(request, ""));
        }
        try {
            return to(provider.out(errands.begin(back(request), request, response)));
        } catch (NoProof failed) {
            return refused(failed.why(), request);
        }
    }

    @Operation(summary = "从统一身份认证返回", description = "核验后以同名账号登录；无论成败都回到登录页。")
    @GetMapping(CALLBACK)
    ResponseEntity<Void> back(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String iss,
            HttpServletRequest request,
            HttpServletResponse response) {
        requireConfigured();
        try {
            var errand = errands.end(state, request, response).orElseThrow(() -> new NoProof(Why.STALE, null));
            if (code.isBlank() || provider.isOther(iss)) {
                throw new NoProof(code.isBlank() ? Why.DENIED : Why.TOKEN, null);
            }
            var account = provider.account(errand, new AuthorizationCode(code));
            var ended = arrivals.enter(account, WAY, request, response);
            return to(page(request, "?in=" + ended));
        } catch (NoProof failed) {
            arrivals.refused(request, WAY + "-" + failed.why().word());
            return refused(failed.why(), request);
        } catch (NotLetIn unknown) {
            return refused(unknown.needsCode() ? Why.SECOND_FACTOR : Why.UNKNOWN, request);
        } catch (AuditUnavailable unwritten) {
            return refused(Why.AUDIT, request);
        }
    }

    private void requireConfigured() {
        if (!settings.isThere()) {
            throw new Unknown("没有配置统一身份认证");
        }
    }

    private URI back(HttpServletRequest request) throws NoProof {
        if (!settings.redirectUri().isBlank()) {
            return URI.create(settings.redirectUri());
        }
        var own = address.of(request).orElseThrow(() -> new NoProof(Why.ADDRESS, null));
        return URI.create(own + request.getContextPath() + CALLBACK);
    }

    private static ResponseEntity<Void> refused(Why why, HttpServletRequest request) {
        return to(page(request, "?refused=" + why.word()));
    }

    private static URI page(HttpServletRequest request, String query) {
        return URI.create(request.getContextPath() + PAGE + query);
    }

    private static ResponseEntity<Void> to(URI address) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
