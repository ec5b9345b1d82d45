package fr.passerelle.one;

import fr.passerelle.ent.http.CommonAnswers;
import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpReply;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Secret;
import fr.passerelle.ent.spi.SignsPeopleIn.Page;
import fr.passerelle.ent.spi.SignsPeopleIn.SignIn;
import fr.passerelle.one.OneSettings.Application;
import fr.passerelle.one.wire.Token;
import fr.passerelle.one.wire.TokenError;
import fr.passerelle.one.wire.UserInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Connects a teacher's own account by OAuth2 authorization code: she agrees on ONE's own page. */
final class OneAuthors {
    private static final Fault NOT_DECLARED = new Fault.Misconfigured("credentials." + OneSettings.AUTHOR_CLIENT_ID);

    private OneAuthors() {}

    static Page page(EntAccount service, OneSettings settings, URI redirect, String state) {
        Application application = settings.authors();
        if (application == null) {
            return new Page.Refused(NOT_DECLARED);
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", application.clientId().reveal());
        query.put("redirect_uri", redirect.toString());
        query.put("scope", OneScope.ASKED.get(0).words());
        query.put("state", state);
        return new Page.At(service.baseUrl()
                .resolve(query.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "/auth/oauth2/auth?", ""))));
    }

    static SignIn redeem(EntSession session, OneSettings settings, String code, URI redirect) {
        Application application = settings.authors();
        if (application == null) {
            return new SignIn.Refused(NOT_DECLARED);
        }
        try {
            Map<String, String> form = new LinkedHashMap<>();
            form.put("grant_type", "authorization_code");
            form.put("code", code);
            form.put("redirect_uri", redirect.toString());
            Token token = OneTokens.ask(session, application, form, OneAuthors::refused)
                    .orElseThrow();
            if (token.refreshToken() == null) {
                return new SignIn.Refused(OneClient.broken(OneRoute.TOKEN, "a refresh token", "none"));
            }
            return new SignIn.SignedIn(user(session, token.accessToken()), Secret.of(token.refreshToken()));
        } catch (StepEnds ends) {
            return new SignIn.Refused(ends.fault());
        }
    }

    private static StepEnds refused(int status, TokenError error) {
        return switch (error.error()) {
            case "invalid_client" ->
                StepEnds.deferred(new Fault.Misconfigured("credentials." + OneSettings.AUTHOR_CLIENT_SECRET));
            case "redirect_uri_mismatch" ->
                StepEnds.deferred(new Fault.Misconfigured("credentials." + OneSettings.AUTHOR_CLIENT_ID));
            case "invalid_grant", "access_denied" ->
                StepEnds.refused(OneMapping.rejected(OneReason.AGREEMENT_NOT_TAKEN));
            default -> OneTokens.unknown(status);
        };
    }

    /** Who she is there. With the token itself: nothing of hers goes into the service account's memory. */
    private static String user(EntSession session, String token) {
        HttpReply reply = session.http()
                .send(OneRoute.USER_INFO
                        .call()
                        .header("Accept", "application/json;version=2.0")
                        .header("Authorization", "Bearer " + token));
        Optional<Outcome> common =
                CommonAnswers.outcome(reply, Effect.READ, session.clock().instant());
        if (common.isPresent()) {
            throw new StepEnds(common.get());
        }
        Answer answer = (Answer) reply;
        if (answer.status() != 200 || !answer.isJson()) {
            throw StepEnds.deferred(OneClient.broken(OneRoute.USER_INFO, "200 JSON", String.valueOf(answer.status())));
        }
        try {
            return OneJson.read(answer.body(), UserInfo.class).userId();
        } catch (JacksonException unreadable) {
            throw StepEnds.deferred(OneClient.broken(OneRoute.USER_INFO, "JSON as known", "JSON that differs"));
        }
    }
}
