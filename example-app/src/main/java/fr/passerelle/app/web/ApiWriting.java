package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.app.web.ApiController.CommunicationJson;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand;
import fr.passerelle.ent.communication.CommunicationCommand.CorrectCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WithdrawCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.communication.RichText;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Coded;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.PlaceReason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTTP API, version 1, for a town's own systems that publish: in the name of a place, without files. Whatever may be
 * sent again has the effect of being sent once.
 */
@RestController
@RequestMapping(path = ApiController.PREFIX + "/communications", produces = MediaType.APPLICATION_JSON_VALUE)
class ApiWriting {
    static final String KEY = "Idempotency-Key";

    private static final int KEY_LIMIT = 200;
    /** Which field of a body the library means. */
    private static final Map<Coded, String> FIELDS = Map.of(
            PlaceReason.UNKNOWN_PLACE, "place",
            PlaceReason.UNKNOWN_CLASS, "audience.classes",
            CommunicationReason.UNKNOWN_GROUP, "audience.groups",
            CommunicationReason.AUDIENCE_EMPTY, "audience",
            CommunicationReason.TITLE_MISSING, "title",
            CommunicationReason.TITLE_TOO_LONG, "title",
            CommunicationReason.ENDS_BEFORE_IT_BEGINS, "until");

    private final Town town;
    private final JsonMapper mapper;

    ApiWriting(Town town, JsonMapper mapper) {
        this.town = town;
        this.mapper = mapper;
    }

    /** Whom it is for: exactly one of the three. */
    record AudienceJson(
            @Nullable Boolean all,
            @Nullable List<String> classes,
            @Nullable List<String> groups) {
        private Audience audience() {
            boolean everybody = Boolean.TRUE.equals(all);
            boolean some = classes != null && !classes.isEmpty();
            boolean together = groups != null && !groups.isEmpty();
            if ((everybody ? 1 : 0) + (some ? 1 : 0) + (together ? 1 : 0) > 1) {
                throw unfit("audience");
            }
            if (everybody) {
                return Audience.wholePlace();
            }
            return groups != null && together
                    ? Audience.ofGroups(groups.toArray(String[]::new))
                    : Audience.ofClasses(
                            classes == null
                                    ? new ClassId[0]
                                    : classes.stream()
                                            .map(id -> parsed("audience.classes", id, ClassId::parse))
                                            .toArray(ClassId[]::new));
        }
    }

    /**
     * What is to be published.
     *
     * @param html or {@code text}: exactly one of the two
     * @param at not before this instant; null for now
     * @param until taken back then; null to stay
     */
    record NewCommunicationJson(
            @Nullable String place,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String html,
            @Nullable String text,
            @Nullable AudienceJson audience,
            @Nullable Instant at,
            @Nullable Instant until) {
        @Override
        public String toString() {
            return "NewCommunicationJson[" + place + "]";
        }
    }

    /** What takes the place of title and text. */
    record CorrectionJson(
            @Nullable String title,
            @Nullable String html,
            @Nullable String text) {
        @Override
        public String toString() {
            return "CorrectionJson[]";
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(value = Right.WRITE, trail = "api.publish")
    ResponseEntity<CommunicationJson> publish(
            Visitor visitor,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody NewCommunicationJson body) {
        if (key == null || key.isBlank() || key.length() > KEY_LIMIT) {
            throw new CodedException(AppReason.KEY_NEEDED, Map.of("field", KEY, "limit", Integer.toString(KEY_LIMIT)));
        }
        PlaceId place = parsed("place", body.place(), PlaceId::parse);
        visitor.needsToBeAt(place);
        CommunicationId id = new CommunicationId(
                UUID.nameUUIDFromBytes(("api/" + visitor.id() + "/" + key).getBytes(StandardCharsets.UTF_8)));
        // The same body is the same intention; another one under the same key finds its communication written already.
        CommandId intention = new CommandId(
                "api/" + town.passerelle().keyedHash("api-body", id + "\n" + mapper.writeValueAsString(body)));
        WriteCommunication write = write(id, place, body);
        Instant now = town.clock().instant();
        Instant from = body.at() == null || body.at().isBefore(now) ? now : body.at();
        if (town.wantsApproval() && !visitor.may(Right.APPROVE)) {
            // A head decides on what people write on the page; a program does not go round her.
            throw Visitor.notAllowed();
        }
        boolean isNew = CommunicationJson.of(state(id)).isEmpty();
        if (isNew && body.until() != null && !body.until().isAfter(from)) {
            // Before anything is written: what is refused leaves no draft behind.
            throw named(new CodedException(CommunicationReason.ENDS_BEFORE_IT_BEGINS, Map.of()));
        }
        try {
            town.send(intention.then("write"), visitor.by(), write);
        } catch (CodedException refused) {
            throw refused.reason() == CommunicationReason.COMMUNICATION_EXISTS
                    ? new CodedException(AppReason.KEY_USED, Map.of("field", KEY), refused)
                    : named(refused);
        }
        done(intention.then("publish"), visitor, new PublishCommunication(id, now, from, body.until()));
        return ResponseEntity.created(URI.create(ApiController.PREFIX + "/communications/" + id))
                .body(json(id));
    }

    /** Anew on every ENT; what says so already stays as it is. */
    @PostMapping(path = "/{communication}/correct", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(value = Right.WRITE, trail = "api.correct")
    CommunicationJson correct(
            Visitor visitor, @PathVariable("communication") String id, @RequestBody CorrectionJson body) {
        CommunicationPage known = CommunicationPage.known(town, id);
        String title = needed("title", body.title());
        String html = html(body.html(), body.text());
        boolean isAsItWas = title.strip().replaceAll("\\s+", " ").equals(known.title())
                && RichText.clean(html).equals(known.html());
        if (!isAsItWas || known.status() != Communication.Status.PUBLISHED) {
            Instant now = town.clock().instant();
            done(CommandId.random(), visitor, new CorrectCommunication(known.id(), title, html, now));
        }
        return json(known.id());
    }

    /** Taken back from every ENT; a repeat changes nothing. */
    @PostMapping("/{communication}/withdraw")
    @Needs(value = Right.WRITE, trail = "api.withdraw")
    CommunicationJson withdraw(Visitor visitor, @PathVariable("communication") String id) {
        CommunicationId known = CommunicationPage.known(town, id).id();
        done(
                CommandId.random(),
                visitor,
                new WithdrawCommunication(known, town.clock().instant()));
        return json(known);
    }

    private void done(CommandId id, Visitor visitor, CommunicationCommand command) {
        try {
            town.send(id, visitor.by(), command);
        } catch (CodedException refused) {
            throw named(refused);
        }
    }

    private Communication state(CommunicationId id) {
        return town.passerelle().states().current(Communication.FEATURE, id.toString());
    }

    private CommunicationJson json(CommunicationId id) {
        return CommunicationJson.of(state(id)).orElseThrow();
    }

    private static WriteCommunication write(CommunicationId id, PlaceId place, NewCommunicationJson body) {
        if (body.audience() == null) {
            throw missing("audience");
        }
        return new WriteCommunication(
                id,
                place,
                null,
                body.audience().audience(),
                parsed("kind", body.kind(), ApiWriting::kind),
                needed("title", body.title()),
                html(body.html(), body.text()));
    }

    private static CommunicationKind kind(String word) {
        return CommunicationKind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String html(@Nullable String html, @Nullable String text) {
        if (html != null && text != null) {
            throw unfit("html");
        }
        return html == null ? RichText.ofPlainText(needed("text", text)) : html;
    }

    private static <T> T parsed(String field, @Nullable String value, Function<String, T> reader) {
        try {
            return reader.apply(needed(field, value));
        } catch (IllegalArgumentException notOne) {
            throw unfit(field);
        }
    }

    private static String needed(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw missing(field);
        }
        return value;
    }

    private static CodedException missing(String field) {
        return new CodedException(AppReason.FIELD_MISSING, Map.of("field", field));
    }

    private static CodedException unfit(String field) {
        return new CodedException(AppReason.FIELD_UNFIT, Map.of("field", field));
    }

    /** A refusal of the library, with the field that it is about. */
    private static CodedException named(CodedException refused) {
        @Nullable String field = FIELDS.get(refused.reason());
        if (field == null) {
            return refused;
        }
        Map<String, String> facts = new HashMap<>(refused.facts());
        facts.put("field", field);
        return new CodedException(refused.reason(), facts, refused);
    }
}
