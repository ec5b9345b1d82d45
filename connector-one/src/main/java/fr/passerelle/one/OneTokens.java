package fr.passerelle.one;

import fr.passerelle.ent.http.CommonAnswers;
import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.HttpReply;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.one.OneSettings.Application;
import fr.passerelle.one.wire.Token;
import fr.passerelle.one.wire.TokenError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Asks ONE's token end point, by any grant. */
final class OneTokens {
    private OneTokens() {}

    /** What a refusal of one grant means. */
    @FunctionalInterface
    interface Refusing {
        /** Null when less may be asked for. */
        @Nullable
        StepEnds of(int status, TokenError error);
    }

    /**
     * Asks once.
     *
     * @param form the grant's own fields
     * @return empty when less may be asked for
     * @throws StepEnds on any other refusal, or without an answer
     */
    static Optional<Token> ask(
            EntSession session, Application application, Map<String, String> form, Refusing refusing) {
        HttpReply reply = session.http()
                .send(OneRoute.TOKEN
                        .call()
                        .form(form)
                        .header("Accept", "application/json")
                        .header("Authorization", basic(application)));
        // Whatever became of it, nothing of the step itself has left: a grant only makes another token.
        Optional<Outcome> common =
                CommonAnswers.outcome(reply, Effect.READ, session.clock().instant());
        if (common.isPresent()) {
            throw new StepEnds(common.get());
        }
        Answer answer = (Answer) reply;
        try {
            if (!answer.isJson()) {
                throw StepEnds.deferred(OneClient.broken(
                        OneRoute.TOKEN,
                        "JSON",
                        answer.status() + " " + answer.header("content-type").orElse("")));
            }
            if (answer.status() != 200) {
                StepEnds ends = refusing.of(answer.status(), OneJson.read(answer.body(), TokenError.class));
                if (ends != null) {
                    throw ends;
                }
                return Optional.empty();
            }
            return Optional.of(OneJson.read(answer.body(), Token.class));
        } catch (JacksonException unreadable) {
            throw StepEnds.deferred(OneClient.broken(OneRoute.TOKEN, "a token or an OAuth2 error", "something else"));
        }
    }

    private static String basic(Application application) {
        String pair = application.clientId().reveal() + ":"
                + application.clientSecret().reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** A refusal that no grant expects. */
    static StepEnds unknown(int status) {
        return StepEnds.deferred(OneClient.broken(OneRoute.TOKEN, "an OAuth2 error as known", String.valueOf(status)));
    }
}
