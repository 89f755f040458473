package io.wubu.access;

import io.wubu.access.doors.ApiSignIn;
import io.wubu.access.doors.BasicSignIn;
import io.wubu.access.doors.DeviceCookie;
import io.wubu.access.doors.Door;
import io.wubu.access.doors.ToSignIn;
import io.wubu.access.doors.WebappSignIn;
import io.wubu.access.front.BodyLimit;
import io.wubu.access.front.NoStore;
import io.wubu.access.front.PlainPaths;
import io.wubu.access.front.PlainTypes;
import io.wubu.access.front.Revalidated;
import io.wubu.access.front.RoomGate;
import io.wubu.access.routes.EngineGate;
import io.wubu.access.routes.EngineRoutes;
import io.wubu.access.routes.EngineSight;
import io.wubu.access.routes.OwnGate;
import io.wubu.access.routes.OwnRoutes;
import io.wubu.access.routes.Refusal;
import io.wubu.access.sessions.Sessions;
import io.wubu.access.sessions.SignedCookie;
import io.wubu.accounts.SetupToken;
import io.wubu.disks.Disks;
import io.wubu.secrets.Secrets;
import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.util.unit.DataSize;

/**
 * Three doors, one way in ({@link Door}). /camunda: the webapps, behind the {@link EngineGate}. /api: signed in by
 * {@link ApiSignIn}, behind the {@link OwnGate}. Everything else: listed pages, or nothing at all.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

    private static final String PAGES =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none';"
                    + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** Open, but its details are for who is signed in. */
    private static final String HEALTH = "/actuator/health";

    /** Whether the process is sound, and whether it should be given requests. */
    private static final String[] PROBES = {HEALTH + "/liveness", HEALTH + "/readiness"};

    @Bean
    @Order(1)
    SecurityFilterChain webapps(
            HttpSecurity http,
            Door door,
            Sessions sessions,
            DeviceCookie device,
            EngineRoutes routes,
            EngineSight sight,
            @Value("${wubu.queries.body}") DataSize longestBody)
            throws Exception {
        var gate = new EngineGate(routes, sessions, sight, (int) longestBody.toBytes());
        bare(http)
                .securityMatcher(paths("/camunda", "/camunda/**"))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new NoStore())
                        .addHeaderWriter(new Revalidated()))
                .addFilterBefore(new ToSignIn(sessions), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new WebappSignIn(door, sessions, device), AnonymousAuthenticationFilter.class)
                .addFilterBefore(gate, AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll());
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, Sessions sessions, BasicSignIn basic, OwnRoutes routes)
            throws Exception {
        bare(http)
                .securityMatcher(new OrRequestMatcher(
                        paths("/api", "/api/**", "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", HEALTH),
                        paths(PROBES)))
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .addFilterBefore(new ApiSignIn(sessions, basic, routes), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new OwnGate(routes), AnonymousAuthenticationFilter.class)
                .exceptionHandling(answers -> answers.authenticationEntryPoint(
                                (request, response, denied) -> Refusal.notSignedIn(request, response))
                        .accessDeniedHandler(
                                (request, response, denied) -> Refusal.write(response, HttpStatus.FORBIDDEN)))
                .authorizeHttpRequests(rules -> rules.requestMatchers(routes::isOpen)
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain rest(HttpSecurity http, OwnRoutes routes, SetupToken setup) throws Exception {
        bare(http)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(PAGES))
                        .addHeaderWriter(new Revalidated()))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, denied) -> Refusal.notFound(request, response))
                        .accessDeniedHandler((request, response, denied) -> Refusal.notFound(request, response)))
                .authorizeHttpRequests(
                        rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(paths("/desk/setup.html", "/desk/setup.js"))
                                .access((who, page) -> new AuthorizationDecision(setup.isWaiting()))
                                .requestMatchers(routes::isOpen)
                                .permitAll()
                                .anyRequest()
                                .denyAll());
        return http.build();
    }

    /** The session's cookie, with the properties Spring Boot would give it. */
    @Bean
    CookieSerializer sessionCookie(ServerProperties server, Secrets secrets) {
        var wanted = server.getServlet().getSession().getCookie();
        var cookie = new DefaultCookieSerializer();
        var map = PropertyMapper.get().alwaysApplyingWhenNonNull();
        map.from(wanted::getName).to(cookie::setCookieName);
        map.from(wanted::getDomain).to(cookie::setDomainName);
        map.from(wanted::getPath).to(cookie::setCookiePath);
        map.from(wanted::getHttpOnly).to(cookie::setUseHttpOnlyCookie);
        map.from(wanted::getSecure).to(cookie::setUseSecureCookie);
        map.from(wanted::getSameSite).as(SameSite::attributeValue).to(cookie::setSameSite);
        return new SignedCookie(cookie, secrets);
    }

    /** Two requests of one session may write the same attribute at once. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsOnPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    FilterRegistrationBean<PlainPaths> plainPaths() {
        var registration = new FilterRegistrationBean<>(new PlainPaths());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1); // behind audit.TraceFilter
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(@Value("${wubu.body-limit}") DataSize most) {
        var registration = new FilterRegistrationBean<>(new BodyLimit(most.toBytes()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PlainTypes> plainTypes() {
        var registration = new FilterRegistrationBean<>(new PlainTypes());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    /** Before a body is read. */
    @Bean
    FilterRegistrationBean<RoomGate> roomGate(Disks disks, EngineRoutes routes) {
        var registration = new FilterRegistrationBean<>(new RoomGate(disks, routes));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    private static HttpSecurity bare(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
    }

    /** Matches by path alone: a plain string would look for Spring MVC's servlet and miss the engine's. */
    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }
}
