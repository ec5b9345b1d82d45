package fr.passerelle.one;

import fr.passerelle.ent.http.CommonAnswers;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Fault.SignInNeeded;
import fr.passerelle.ent.spi.HttpReply;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.one.wire.Token;
import fr.passerelle.one.wire.TokenError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * Signs an account in by OAuth2 password grant. The token lives in the session's memory until a minute before it
 * expires; the refresh token is not used, as it lives no longer than our credentials and never expires on ONE.
 */
final class OneSignIn {
    private static final String TOKEN = "one.token";
    private static final String SCOPE = "one.scope";
    private static final Duration MARGIN = Duration.ofMinutes(1);
    /** How long the widest scope that was granted is asked for first; then it is tried anew whether there is more. */
    private static final Duration SCOPE_HOLDS = Duration.ofDays(1);
    /** ONE's pause after too many failures; asking earlier would only prolong it. */
    private static final Duration BAN = Duration.ofMinutes(15);

    private final EntSession session;
    private final OneSettings settings;

    OneSignIn(EntSession session, OneSettings settings) {
        this.session = session;
        this.settings = settings;
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
        return session.memory().recall(TOKEN).map(Grant::of).orElseGet(this::signIn);
    }

    /** Another grant than the one that ONE no longer honours: a newer one of another thread, or a fresh one. */
    Grant grantInsteadOf(Grant stale) {
        return session.memory()
                .recall(TOKEN)
                .map(Grant::of)
                .filter(kept -> !kept.token().equals(stale.token()))
                .orElseGet(this::signIn);
    }

    void forget() {
        session.memory().forget(TOKEN);
    }

    private Grant signIn() {
        forget();
        Set<OneScope> scopes = new LinkedHashSet<>();
        session.memory().recall(SCOPE).map(OneScope::new).ifPresent(scopes::add);
        scopes.addAll(OneScope.ASKED);
        for (OneScope scope : scopes) {
            Optional<Grant> granted = ask(scope);
            if (granted.isPresent()) {
                session.memory()
                        .remember(
                                SCOPE, scope.words(), session.clock().instant().plus(SCOPE_HOLDS));
                return granted.get();
            }
        }
        throw OneClient.deferred(new Fault.Forbidden(OneRoute.TOKEN.need()));
    }

    /** Empty when the application was declared without one of these words. */
    private Optional<Grant> ask(OneScope scope) {
        Instant now = session.clock().instant();
        HttpReply reply = session.http()
                .send(OneRoute.TOKEN
                        .call()
                        .form(form(scope))
                        .header("Accept", "application/json")
                        .header("Authorization", basic()));
        // Whatever became of it, nothing of the step itself has left: a grant only makes another token.
        Optional<Outcome> common = CommonAnswers.outcome(reply, Effect.READ, now);
        if (common.isPresent()) {
            throw new StepEnds(common.get());
        }
        Answer answer = (Answer) reply;
        try {
            if (!answer.isJson()) {
                throw OneClient.deferred(OneClient.broken(
                        OneRoute.TOKEN,
                        "JSON",
                        answer.status() + " " + answer.header("content-type").orElse("")));
            }
            if (answer.status() != 200) {
                TokenError error = OneJson.read(answer.body(), TokenError.class);
                if (error.error().equals("invalid_grant")) {
                    return Optional.empty();
                }
                throw refusal(answer.status(), error, now);
            }
            Token token = OneJson.read(answer.body(), Token.class);
            Grant grant = new Grant(token.accessToken(), scope);
            Duration life = Duration.ofSeconds(token.expiresInSeconds());
            // A platform with very short tokens still gets the half of their life.
            Duration kept = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? life.minus(MARGIN) : life.dividedBy(2);
            session.memory().remember(TOKEN, grant.line(), now.plus(kept));
            return Optional.of(grant);
        } catch (JacksonException unreadable) {
            throw OneClient.deferred(OneClient.broken(OneRoute.TOKEN, "a token or an OAuth2 error", "something else"));
        }
    }

    private Map<String, String> form(OneScope scope) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "password");
        form.put("username", settings.username().reveal());
        form.put("password", settings.password().reveal());
        form.put("scope", scope.words());
        return form;
    }

    private String basic() {
        String pair =
                settings.clientId().reveal() + ":" + settings.clientSecret().reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static StepEnds refusal(int status, TokenError error, Instant now) {
        String why = error.description() == null ? "" : error.description();
        return switch (error.error()) {
            case "invalid_client" -> OneClient.deferred(new Fault.Misconfigured("credentials.client-secret"));
            case "access_denied", "multiple_vector_choice" -> denied(status, why, now);
            default ->
                OneClient.deferred(
                        OneClient.broken(OneRoute.TOKEN, "an OAuth2 error as known", String.valueOf(status)));
        };
    }

    private static StepEnds denied(int status, String why, Instant now) {
        if (why.equals("auth.error.ban")) {
            return new StepEnds(new Outcome.Deferred(now.plus(BAN), new Fault.Unreachable(now.plus(BAN))));
        }
        // 403: the password is the activation or reset code, the person has never signed in.
        boolean interrupted = status == 403
                || why.equals("auth.error.activation.code")
                || why.equals("auth.error.password.reset")
                || why.equals("auth.error.otpDisabled");
        return OneClient.deferred(
                new SignInNeeded(interrupted ? SignInNeeded.Why.INTERRUPTED : SignInNeeded.Why.REVOKED));
    }
}
