package fr.passerelle.one;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Fault.SignInNeeded;
import fr.passerelle.ent.spi.Fault.SignInNeeded.Why;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Secret;
import fr.passerelle.one.OneSettings.Application;
import fr.passerelle.one.OneTokens.Refusing;
import fr.passerelle.one.wire.Token;
import fr.passerelle.one.wire.TokenError;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signs an account in: a service account by OAuth2 password grant, an author's by the refresh token that she gave. The
 * access token lives in the session's memory until a minute before it expires. ONE gives the same refresh token back for
 * ever, so none is ever kept anew.
 */
final class OneSignIn {
    private static final String SCOPE = "one.scope";
    private static final Duration MARGIN = Duration.ofMinutes(1);
    /** How long the widest scope that was granted is asked for first; then it is tried anew whether there is more. */
    private static final Duration SCOPE_HOLDS = Duration.ofDays(1);
    /** ONE's pause after too many failures; asking earlier would only prolong it. */
    private static final Duration BAN = Duration.ofMinutes(15);

    private final EntSession session;
    private final String memory;
    private final Application application;
    private final Map<String, String> form;
    private final List<OneScope> scopes;
    private final Refusing refusing;

    /** @param scopes what the grant asks for, widest first; empty where it was settled when a refresh token was given */
    private OneSignIn(
            EntSession session,
            String memory,
            Application application,
            Map<String, String> form,
            List<OneScope> scopes,
            Refusing refusing) {
        this.session = session;
        this.memory = memory;
        this.application = application;
        this.form = form;
        this.scopes = scopes;
        this.refusing = refusing;
    }

    /** Signs in whoever signs what is published: the author where it is her account, else the service account. */
    static OneSignIn asWhoSigns(EntSession session, OneSettings settings) {
        Secret token = settings.refreshToken();
        return token == null
                ? asService(session, settings)
                : new OneSignIn(
                        session,
                        "one.author-token",
                        settings.authorsApplication(),
                        Map.of("grant_type", "refresh_token", "refresh_token", token.reveal()),
                        List.of(),
                        OneSignIn::authorRefused);
    }

    /** Signs in the service account, which also looks things up for an author: a teacher may not list a school. */
    static OneSignIn asService(EntSession session, OneSettings settings) {
        return byPassword(session, settings, "one.token", OneScope.ASKED);
    }

    /** Signs in the service account for its workspace, with a token of its own. */
    static OneSignIn forFiles(EntSession session, OneSettings settings) {
        return byPassword(session, settings, "one.files-token", List.of(OneScope.FILES));
    }

    private static OneSignIn byPassword(
            EntSession session, OneSettings settings, String memory, List<OneScope> scopes) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "password");
        form.put("username", settings.username().reveal());
        form.put("password", settings.password().reveal());
        boolean forAuthor = settings.refreshToken() != null;
        return new OneSignIn(
                session,
                memory,
                settings.service(),
                form,
                scopes,
                (status, error) -> serviceRefused(status, error, session.clock().instant(), forAuthor));
    }

    /**
     * What ONE granted.
     *
     * @param token without blanks
     */
    record Grant(String token, OneScope scope) {
        private String line() {
            return token + " " + scope.words();
        }

        private static Grant of(String line) {
            int blank = line.indexOf(' ');
            return new Grant(line.substring(0, blank), new OneScope(line.substring(blank + 1)));
        }

        @Override
        public String toString() {
            return "Grant[" + scope.words() + "]";
        }
    }

    /** A grant that should be good; signs in when there is none. */
    Grant grant() {
        return session.memory().recall(memory).map(Grant::of).orElseGet(this::signIn);
    }

    /** Another grant than the one that ONE no longer honours: a newer one of another thread, or a fresh one. */
    Grant grantInsteadOf(Grant stale) {
        return session.memory()
                .recall(memory)
                .map(Grant::of)
                .filter(kept -> !kept.token().equals(stale.token()))
                .orElseGet(this::signIn);
    }

    void forget() {
        session.memory().forget(memory);
    }

    private Grant signIn() {
        forget();
        Optional<Grant> granted = scopes.isEmpty() ? ask(OneScope.ASKED.get(0)) : widest();
        return granted.orElseThrow(() -> StepEnds.deferred(new Fault.Forbidden(
                "scope " + (scopes.isEmpty() ? OneScope.LEAST : scopes.get(scopes.size() - 1)).words())));
    }

    private Optional<Grant> widest() {
        Set<OneScope> asked = new LinkedHashSet<>();
        session.memory()
                .recall(SCOPE)
                .map(OneScope::new)
                .filter(scopes::contains)
                .ifPresent(asked::add);
        asked.addAll(scopes);
        for (OneScope scope : asked) {
            Optional<Grant> granted = ask(scope);
            if (granted.isPresent() && scopes.size() > 1) {
                session.memory()
                        .remember(
                                SCOPE, scope.words(), session.clock().instant().plus(SCOPE_HOLDS));
            }
            if (granted.isPresent()) {
                return granted;
            }
        }
        return Optional.empty();
    }

    /** Empty when the application was declared without one of these words. */
    private Optional<Grant> ask(OneScope scope) {
        Instant now = session.clock().instant();
        Map<String, String> asked = new LinkedHashMap<>(form);
        if (!scopes.isEmpty()) {
            asked.put("scope", scope.words());
        }
        Optional<Token> given = OneTokens.ask(session, application, asked, refusing);
        given.ifPresent(token -> {
            Duration life = Duration.ofSeconds(token.expiresInSeconds());
            // A platform with very short tokens still gets the half of their life.
            Duration kept = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? life.minus(MARGIN) : life.dividedBy(2);
            session.memory().remember(memory, new Grant(token.accessToken(), scope).line(), now.plus(kept));
        });
        return given.map(token -> new Grant(token.accessToken(), scope));
    }

    private static StepEnds authorRefused(int status, TokenError error) {
        return switch (error.error()) {
            case "invalid_client" ->
                StepEnds.deferred(new Fault.Misconfigured("credentials." + OneSettings.AUTHOR_CLIENT_SECRET));
            case "invalid_grant", "access_denied" -> StepEnds.deferred(new SignInNeeded(Why.DISCONNECTED));
            default -> OneTokens.unknown(status);
        };
    }

    private static @Nullable StepEnds serviceRefused(int status, TokenError error, Instant now, boolean forAuthor) {
        String why = error.description() == null ? "" : error.description();
        return switch (error.error()) {
            case "invalid_client" -> StepEnds.deferred(new Fault.Misconfigured("credentials.client-secret"));
            // The application was declared without one of the words that were asked for.
            case "invalid_grant" -> null;
            case "access_denied", "multiple_vector_choice" -> denied(status, why, now, forAuthor);
            default -> OneTokens.unknown(status);
        };
    }

    private static StepEnds denied(int status, String why, Instant now, boolean forAuthor) {
        if (why.equals("auth.error.ban")) {
            return new StepEnds(new Outcome.Deferred(now.plus(BAN), new Fault.Unreachable(now.plus(BAN))));
        }
        if (forAuthor) {
            // Not hers to mend: the service account cannot look up for her whom she writes to.
            return StepEnds.deferred(new Fault.Misconfigured("credentials.password"));
        }
        // 403: the password is the activation or reset code, the person has never signed in.
        boolean interrupted = status == 403
                || why.equals("auth.error.activation.code")
                || why.equals("auth.error.password.reset")
                || why.equals("auth.error.otpDisabled");
        return StepEnds.deferred(new SignInNeeded(interrupted ? Why.INTERRUPTED : Why.REVOKED));
    }
}
