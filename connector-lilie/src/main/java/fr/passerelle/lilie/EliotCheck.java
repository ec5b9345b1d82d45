package fr.passerelle.lilie;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpReply;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.lilie.wire.PortalFunction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Looks whether an account can work, by a request that only reads. Nothing but a notification shows whether
 * notifications are allowed; that stays unsaid.
 */
final class EliotCheck {
    private EliotCheck() {}

    static CheckResult look(EliotClient client) {
        try {
            return new CheckResult.Ready(facts(client));
        } catch (StepEnds ends) {
            return new CheckResult.NotReady(ends.fault());
        }
    }

    /** Counts; no names. */
    private static Map<String, String> facts(EliotClient client) {
        AddressBook book = client.settings().addressBook();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("schools", String.valueOf(book.schools()));
        facts.put("classes", String.valueOf(book.classes()));
        facts.put("recipients", String.valueOf(book.people()));
        HttpReply reply = client.functions();
        Instant now = client.session().clock().instant();
        if (client.settings().checkSchool().isEmpty()) {
            facts.put("answered", answered(reply, now));
        } else {
            facts.put("functions", functions(reply, now));
        }
        return facts;
    }

    /** With a school's number Eliot lists the functions there. */
    private static String functions(HttpReply reply, Instant now) {
        return String.valueOf(EliotAnswers.read(EliotRoute.FUNCTIONS, reply, Effect.READ, now, EliotCheck::functions)
                .size());
    }

    private static List<PortalFunction> functions(byte[] body) {
        if (EliotJson.read(body, JsonNode.class).has("erreur")) {
            throw new StepEnds(new Outcome.Refused(new Fault.Misconfigured(EliotSettings.CHECK_SCHOOL)));
        }
        return EliotJson.readList(body, PortalFunction.class);
    }

    /** Without one Eliot may answer what it likes to an unfinished question, as long as it knows us and the path. */
    private static String answered(HttpReply reply, Instant now) {
        boolean asksForMore = reply instanceof Answer answer && (answer.status() == 400 || answer.status() == 500);
        if (!asksForMore) {
            EliotAnswers.read(
                    EliotRoute.FUNCTIONS, reply, Effect.READ, now, body -> EliotJson.read(body, JsonNode.class));
        }
        return String.valueOf(((Answer) reply).status());
    }
}
