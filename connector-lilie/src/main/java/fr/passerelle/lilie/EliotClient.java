package fr.passerelle.lilie;

import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.HttpCall;
import fr.passerelle.ent.spi.HttpReply;
import fr.passerelle.lilie.wire.NewNotification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Speaks HTTP with Eliot's web services as an account. There is no sign-in: every request carries the password. */
record EliotClient(EntSession session, EliotSettings settings) {

    /** Has Lilie write to people. */
    HttpReply notify(NewNotification notification) {
        return session.http()
                .send(call(EliotRoute.NOTIFICATIONS, settings.notificationPath(), "")
                        .json(EliotJson.bytes(notification)));
    }

    /** The kinds of people in the school that the settings name for checks, if they do. */
    HttpReply functions() {
        String school = settings.checkSchool();
        String query = school.isEmpty() ? "" : "&etablissementId=" + school;
        return session.http().send(call(EliotRoute.FUNCTIONS, settings.scolaritePath(), query));
    }

    private HttpCall call(EliotRoute route, String module, String query) {
        return HttpCall.of(
                        route.method(),
                        module + route.path() + "?codePorteur=" + settings.porteur() + query,
                        route.route())
                .header("Accept", "application/json")
                .header("ENT_PORTEUR", settings.porteur())
                .header("Authorization", authorization());
    }

    /** Without the word {@code Basic}: Eliot's own client sends it so. */
    private String authorization() {
        String both = settings.username().reveal() + ":" + settings.password().reveal();
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
