package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.User;
import fr.passerelle.app.user.UserId;
import fr.passerelle.app.user.Users;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who makes a request: a program by its token, a person by her session, and whoever looks at the demo as the
 * town's own user. It looks anew each time, so that a closed account or a new password takes effect at once.
 */
final class VisitorFilter extends OncePerRequestFilter {
    private static final String SESSION = VisitorFilter.class.getName();
    private static final String BEARER = "Bearer ";

    private final Town town;
    private final Demo demo;
    private final AuthenticationEntryPoint toSignIn;

    VisitorFilter(Town town, Demo demo, AuthenticationEntryPoint toSignIn) {
        this.town = town;
        this.demo = demo;
        this.toSignIn = toSignIn;
    }

    /**
     * Who signed in.
     *
     * @param passwords of which password of hers
     */
    private record Session(UserId user, int passwords) {}

    /** Begins a new session for her; whatever was in the one before is gone. */
    static void signIn(HttpServletRequest request, User user) {
        signOut(request);
        request.getSession(true).setAttribute(SESSION, new Session(user.id(), user.passwords()));
    }

    static void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Whether a program shows a token: such a request needs no session and no page's word against forgery. */
    static boolean showsToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    static boolean bringsFiles(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Visitor> visitor = visitor(request);
        if (visitor.isEmpty() && bringsFiles(request)) {
            // Nothing of what strangers send is read: it would lie on the disk before anybody is asked who they are.
            toSignIn.commence(request, response, new InsufficientAuthenticationException("Nobody has signed in."));
            return;
        }
        visitor.ifPresent(known -> {
            known.isBehind(request);
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(known, "", List.of()));
        });
        chain.doFilter(request, response);
    }

    private Optional<Visitor> visitor(HttpServletRequest request) {
        Users users = town.users();
        if (showsToken(request)) {
            String token = request.getHeader(HttpHeaders.AUTHORIZATION)
                    .substring(BEARER.length())
                    .strip();
            return users.ofToken(token).map(user -> Visitor.of(user, users));
        }
        return inSession(request, users)
                .or(() -> demo.isOn() ? users.find(demo.visitor()) : Optional.empty())
                .map(user -> Visitor.of(user, users));
    }

    private static Optional<User> inSession(HttpServletRequest request, Users users) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(SESSION) instanceof Session signedIn)) {
            return Optional.empty();
        }
        Optional<User> user = users.find(signedIn.user())
                .filter(found -> !found.closed() && found.passwords() == signedIn.passwords());
        if (user.isEmpty()) {
            session.invalidate();
        }
        return user;
    }
}
