package fr.passerelle.app.web;

import fr.passerelle.app.town.Place;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.communication.RichText;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.schoolclass.SchoolClass;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A communication, opened for one request.
 *
 * @param title null once its key is destroyed, like {@code html}
 * @param audience the names of the classes or groups; empty for the whole place or its staff
 * @param scope key of the words for whom it is
 */
record CommunicationPage(
        CommunicationId id,
        Place place,
        @Nullable String title,
        @Nullable String html,
        String scope,
        List<String> audience,
        Communication.Status status,
        int revision,
        @Nullable ZonedDateTime from,
        @Nullable ZonedDateTime until,
        boolean coming,
        List<String> words) {

    static Optional<CommunicationPage> of(Town town, Communication found) {
        CommunicationId id = found.communication();
        Audience audience = found.audience();
        if (id == null || found.place() == null || audience == null) {
            return Optional.empty();
        }
        Place place = town.places().get(found.place());
        return Optional.of(new CommunicationPage(
                id,
                place,
                opened(town, found.title()),
                opened(town, found.html()),
                scope(place, audience.scope()),
                names(town, audience),
                found.status(),
                found.revision(),
                local(found.from()),
                local(found.until()),
                found.status() == Communication.Status.PUBLISHED
                        && found.from() != null
                        && found.from().isAfter(town.clock().instant()),
                town.passerelle().items(id).stream()
                        .map(ItemView::word)
                        .distinct()
                        .sorted()
                        .map(Matrix::key)
                        .toList()));
    }

    /** The communication of a page's address. */
    static CommunicationPage known(Town town, String id) {
        return of(town, town.passerelle().states().current(Communication.FEATURE, id(id).toString()))
                .orElseThrow(() -> unknown(id));
    }

    /** The id in a page's address. */
    static CommunicationId id(String id) {
        try {
            return CommunicationId.parse(id);
        } catch (IllegalArgumentException notAnId) {
            throw unknown(id);
        }
    }

    private static CodedException unknown(String id) {
        return new CodedException(CommunicationReason.UNKNOWN_COMMUNICATION, Map.of("communication", id));
    }

    private static @Nullable String opened(Town town, @Nullable Personal<String> text) {
        return text != null && town.passerelle().open(text) instanceof Personal.Clear<String> clear
                ? clear.value()
                : null;
    }

    private static String scope(Place place, AudienceScope scope) {
        return scope == AudienceScope.PLACE && !place.isSchool() ? "scope.PLACE-centre" : "scope." + scope.name();
    }

    private static List<String> names(Town town, Audience audience) {
        return audience.classes().isEmpty()
                ? audience.groups()
                : audience.classes().stream().map(id -> className(town, id)).toList();
    }

    private static String className(Town town, ClassId id) {
        return town.passerelle()
                .states()
                .current(SchoolClass.FEATURE, id.toString())
                .name();
    }

    private static @Nullable ZonedDateTime local(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(Town.ZONE);
    }

    /** As a visitor may see it: without its words for who may not read them. */
    CommunicationPage to(Visitor visitor) {
        return visitor.may(Right.READ)
                ? this
                : new CommunicationPage(
                        id, place, null, null, scope, audience, status, revision, from, until, coming, words);
    }

    /** Whether it can be corrected or taken back. */
    public boolean isPublished() {
        return status == Communication.Status.PUBLISHED;
    }

    /** The text as its author typed it, for correcting; markup that a text field cannot show is lost, and said so. */
    public String plain() {
        return html == null
                ? ""
                : RichText.plain(html.replace("</p><p>", "</p>\n\n<p>").replace("<br>", "\n"));
    }
}
