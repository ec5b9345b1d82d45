package fr.passerelle.app.town;

import fr.passerelle.app.approval.ApprovalEvent.ApprovalAsked;
import fr.passerelle.app.approval.ApprovalEvent.ApprovalDeclined;
import fr.passerelle.app.approval.ApprovalEvent.ApprovalGiven;
import fr.passerelle.app.approval.Slot;
import fr.passerelle.app.series.SeriesEvent.SeriesPlanned;
import fr.passerelle.app.series.SeriesEvent.SeriesStopped;
import fr.passerelle.app.user.Role;
import fr.passerelle.app.user.TrailEvent.Noted;
import fr.passerelle.app.user.UserEvent.LinkGiven;
import fr.passerelle.app.user.UserEvent.PasswordChosen;
import fr.passerelle.app.user.UserEvent.TokenGiven;
import fr.passerelle.app.user.UserEvent.UserAdded;
import fr.passerelle.app.user.UserEvent.UserClosed;
import fr.passerelle.app.user.UserEvent.UserMoved;
import fr.passerelle.app.user.UserId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.store.ApprovedEvents;
import java.time.Instant;
import java.util.List;

/** The stored events of the app, whose features live in the library's store. */
class AppEventsTest extends ApprovedEvents {
    private static final UserId USER = UserId.parse("7d4b3a52-58b4-4b7c-9c3f-6d2f3a1b4c01");
    private static final CommunicationId FIRST = CommunicationId.parse("7d4b3a52-58b4-4b7c-9c3f-6d2f3a1b4c03");
    private static final PlaceId SCHOOL = PlaceId.parse("0771369V");
    private static final Instant AT = Instant.parse("2026-11-28T08:00:00Z");

    private static final List<Event> EXAMPLES = List.of(
            new UserAdded(
                    USER,
                    Role.TEACHER,
                    List.of(SCHOOL),
                    PersonId.parse("7d4b3a52-58b4-4b7c-9c3f-6d2f3a1b4c02"),
                    Personal.of(USER.subject(), "Camille Exemple"),
                    Personal.of(USER.subject(), "camille"),
                    "0a1b",
                    AT),
            new UserMoved(Role.HEAD, List.of(SCHOOL), AT),
            new LinkGiven("2c3d", AT.plusSeconds(60), AT),
            new PasswordChosen(Personal.of(USER.subject(), "{argon2}…"), AT),
            new TokenGiven("4e5f", AT),
            new UserClosed(AT),
            new Noted(USER, "person.export", "7d4b3a52-58b4-4b7c-9c3f-6d2f3a1b4c02", 200, AT),
            new SeriesPlanned(FIRST, List.of(FIRST, CommunicationId.parse("7d4b3a52-58b4-4b7c-9c3f-6d2f3a1b4c04")), AT),
            new SeriesStopped(AT),
            new ApprovalAsked(FIRST, SCHOOL, List.of(new Slot(FIRST, AT, null)), AT),
            new ApprovalGiven(AT),
            new ApprovalDeclined(Personal.of(FIRST.subject(), "La date ?"), AT));

    AppEventsTest() {
        super(Town.FEATURES, EXAMPLES);
    }
}
