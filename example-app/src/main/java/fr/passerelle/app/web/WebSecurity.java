package fr.passerelle.app.web;

import fr.passerelle.app.cli.ServedTown;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.UserReason;
import fr.passerelle.ent.model.CodedException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * What holds for every request: it names this machine or the town's own address (a page elsewhere whose name was bent to
 * this address is refused), forms carry a token, pages run no foreign script, and whoever has not signed in sees the few
 * pages that are for everybody. What a visitor may do is the {@link Gate}'s.
 */
@Configuration
class WebSecurity {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";
    private static final String[] FOR_EVERYBODY = {
        "/sign-in",
        "/sign-in/ent",
        AccountsController.CALLBACK,
        "/sign-out",
        "/welcome/*",
        "/worry",
        "/demo/*",
        ServedTown.PATH,
        OpenApi.PATH,
        "/webjars/**",
        "/*.css",
        "/*.js",
        "/*.svg"
    };

    private final HandlerExceptionResolver problems;

    WebSecurity(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, Town town, Demo demo) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(FOR_EVERYBODY)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new VisitorFilter(town, demo, toSignIn()), CsrfFilter.class)
                // Who it is is found out anew for each request; nothing of it lies in the session.
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                // Signing in begins a new session; nothing else may change its id, or a form on its way would lose it.
                .sessionManagement(session -> session.disable())
                .requestCache(cache -> cache.disable())
                .anonymous(anonymous -> anonymous.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(toSignIn()).accessDeniedHandler(this::denied))
                // A command and a program show a token of their own, which no page knows.
                .csrf(csrf -> csrf.ignoringRequestMatchers(ServedTown.PATH)
                        .ignoringRequestMatchers(VisitorFilter::showsToken, WebSecurity::cannotBeRead))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    /** A person goes to the page to sign in and comes back to where she wanted; a program is told. */
    private AuthenticationEntryPoint toSignIn() {
        return (HttpServletRequest request, HttpServletResponse response, AuthenticationException why) -> {
            if (ProblemPages.isForPrograms(request)) {
                problems.resolveException(
                        request, response, null, new CodedException(UserReason.NOT_SIGNED_IN, Map.of()));
                return;
            }
            String page = request.getContextPath() + "/sign-in" + next(request);
            if (request.getHeader("HX-Request") != null) {
                // A part of a page: the whole page must go.
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                response.setHeader("HX-Redirect", page);
                return;
            }
            sendTo(page, response);
        };
    }

    private void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        if (ProblemPages.isForPrograms(request)) {
            problems.resolveException(
                    request,
                    response,
                    null,
                    Visitor.of(request).isEmpty()
                            ? new CodedException(UserReason.NOT_SIGNED_IN, Map.of())
                            : Visitor.notAllowed());
            return;
        }
        new AccessDeniedHandlerImpl().handle(request, response, why);
    }

    private static void sendTo(String page, HttpServletResponse response) throws IOException {
        response.sendRedirect(page);
    }

    private static String next(HttpServletRequest request) {
        boolean goesBack = HttpMethod.GET.matches(request.getMethod())
                && !request.getRequestURI().equals("/")
                && request.getHeader("HX-Request") == null;
        return goesBack ? "?next=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8) : "";
    }

    /**
     * A form that is too large has no token that could be read, and no handler will ever see it: the page that says so
     * needs none.
     */
    private static boolean cannotBeRead(HttpServletRequest request) {
        if (!VisitorFilter.bringsFiles(request)) {
            return false;
        }
        try {
            request.getParts();
            return false;
        } catch (IOException | ServletException | IllegalStateException tooLarge) {
            return true;
        }
    }

    @Bean
    StrictHttpFirewall firewall(Town town) {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(host -> THIS_MACHINE.contains(host)
                || town.publicHost().filter(host::equalsIgnoreCase).isPresent());
        return firewall;
    }

    /** Users are the app's own; without it, a password would be made up and logged. */
    @Bean
    UserDetailsService nobody() {
        return new InMemoryUserDetailsManager();
    }
}
