package fr.passerelle.ent.store;

import fr.passerelle.ent.authoraccount.AuthorAccountEvent;
import fr.passerelle.ent.availability.AvailabilityEvent;
import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.CommunicationEvent;
import fr.passerelle.ent.delivery.FaultNote;
import fr.passerelle.ent.delivery.ItemEvent;
import fr.passerelle.ent.delivery.ItemId;
import fr.passerelle.ent.leisurecentre.LeisureCentreEvent;
import fr.passerelle.ent.model.AttachmentId;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Controller;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.MatchKeys;
import fr.passerelle.ent.person.Names;
import fr.passerelle.ent.person.PersonEvent;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.readiness.Internet;
import fr.passerelle.ent.readiness.Party;
import fr.passerelle.ent.readiness.ReadinessEvent;
import fr.passerelle.ent.readiness.Source;
import fr.passerelle.ent.readiness.Topic;
import fr.passerelle.ent.referent.ReferentEvent;
import fr.passerelle.ent.school.SchoolEvent;
import fr.passerelle.ent.school.SchoolKind;
import fr.passerelle.ent.schoolclass.SchoolClassEvent;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Work.Verb;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One example of every event that can be stored, always the same. */
final class EventExamples {
    private static final Uai SCHOOL = new Uai("0771369V");
    private static final LeisureCentreId CENTRE = new LeisureCentreId("CL-TOURNELLES");
    private static final ClassId CM2 = ClassId.parse("11111111-1111-4111-8111-111111111111");
    private static final PersonId PERSON = PersonId.parse("22222222-2222-4222-8222-222222222222");
    private static final CommunicationId COMMUNICATION = CommunicationId.parse("33333333-3333-4333-8333-333333333333");
    private static final Instant AT = Instant.parse("2026-11-24T07:30:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final FaultNote FAULT = new FaultNote("ENT-401", Map.of());
    private static final Names NAMES = new Names(own("Zédrimelle"), own("Quorvanne"), own("Lou"));
    private static final Personal<LocalDate> BIRTH = Personal.of(PERSON.subject(), LocalDate.of(2016, 2, 29));
    private static final Personal<MatchKeys> MATCH =
            Personal.of(PERSON.subject(), new MatchKeys("exact", "name", "first"));

    static final List<Event> ALL = List.of(
            new SchoolEvent.SchoolRegistered(SCHOOL, "Les Tournelles", SchoolKind.PRIMARY, Controller.DASEN),
            new SchoolEvent.SchoolRenamed("Tournelles"),
            new LeisureCentreEvent.LeisureCentreRegistered(CENTRE, "Centre des Tournelles", Controller.TOWN),
            new LeisureCentreEvent.LeisureCentreRenamed("Tournelles"),
            new LeisureCentreEvent.GroupOpened("Les grands"),
            new LeisureCentreEvent.GroupClosed("Les grands"),
            new SchoolClassEvent.ClassOpened(
                    CM2, SCHOOL, new SchoolYear(2026), "CM1-CM2", List.of(Level.CM1, Level.CM2)),
            new SchoolClassEvent.LevelsChanged(List.of(Level.CM2)),
            new SchoolClassEvent.ClassClosed(),
            new PersonEvent.PersonRegistered(
                    PERSON, Profile.PUPIL, NAMES, BIRTH, MATCH, SCHOOL, List.of(CM2), List.of()),
            new PersonEvent.IdentityCorrected(NAMES, BIRTH, MATCH),
            new PersonEvent.PersonPlaced(SCHOOL, List.of(CM2)),
            new PersonEvent.ProfileChanged(Profile.HEAD),
            new PersonEvent.ChildrenLinked(List.of(PERSON)),
            new PersonEvent.PersonLeft(),
            new PersonEvent.PersonErased(),
            new ReferentEvent.ReferentAppointed(CENTRE, PERSON, DAY),
            new ReferentEvent.ReferentHandedOver(PERSON, DAY),
            new ReferentEvent.ReferentEnded(DAY),
            new ReadinessEvent.EquipmentCounted(
                    SCHOOL, Topic.TABLETS, 12, Party.TOWN, Party.SUPPLIER, DAY, Source.SEEN),
            new ReadinessEvent.StaffTrained(SCHOOL, 5, 8, Party.NATIONAL_EDUCATION, DAY, Source.TOLD),
            new ReadinessEvent.FamiliesActivated(SCHOOL, 40, 62, DAY, Source.PLATFORM),
            new ReadinessEvent.InternetStated(CENTRE, Internet.WEAK, DAY, Source.TOLD),
            new ReadinessEvent.MaintenanceStated(CENTRE, Party.TOWN, DAY, Source.TOLD),
            new ReadinessEvent.StatementWithdrawn(CENTRE, Topic.INTERNET),
            new AuthorAccountEvent.AuthorAccountConnected(
                    PERSON, AccountId.parse("one/service"), own("fd436d38"), own("b5aff152"), AT),
            new AuthorAccountEvent.AuthorAccountDisconnected(AT),
            new AvailabilityEvent.AccountAsked(AccountId.parse("one/service"), 120, null, AT),
            new CommunicationEvent.CommunicationWritten(
                    COMMUNICATION,
                    SCHOOL,
                    PERSON,
                    Audience.ofClasses(CM2),
                    CommunicationKind.BLOG,
                    said("Sortie au musée"),
                    said("<p>Jeudi.</p>"),
                    List.of(new Attachment(
                            new AttachmentId("0a1b2c3d".repeat(8)), said("Programme.pdf"), "application/pdf", 48_213))),
            new CommunicationEvent.DraftRewritten(
                    Audience.wholePlace(),
                    said("Sortie"),
                    said(""),
                    List.of(new Attachment(
                            new AttachmentId("4e5f6a7b".repeat(8)),
                            said("Musée.jpg"),
                            "image/jpeg",
                            210_334,
                            said("La façade du musée")))),
            new CommunicationEvent.CommunicationPublished(AT, AT, AT.plusSeconds(86_400)),
            new CommunicationEvent.CommunicationCorrected(2, said("Sortie"), said("<p>Vendredi.</p>"), AT),
            new CommunicationEvent.CommunicationWithdrawn(3, AT),
            new CommunicationEvent.CommunicationErased(3, AT),
            new CommunicationEvent.PlanConfirmed(1, 2),
            new ItemEvent.ItemRequested(
                    ItemId.parse("44444444-4444-4444-8444-444444444444"),
                    COMMUNICATION,
                    AccountId.parse("one/service"),
                    SCHOOL,
                    "class/" + CM2,
                    "CM1-CM2",
                    "7K3F-9Q2M-XW4T",
                    CommunicationKind.BLOG,
                    1,
                    AT,
                    AT),
            new ItemEvent.ItemDeclined(FAULT, AT),
            new ItemEvent.LeftToPerson(AT),
            new ItemEvent.RevisionRequested(2, ItemEvent.Wish.PUBLISHED, AT),
            new ItemEvent.StepIntended("create-post", Effect.ONCE, Verb.PUBLISH, 1, "hash", AT, AT.plusSeconds(60)),
            new ItemEvent.StepProgressed("create-post", Map.of("post", "p1"), AT),
            new ItemEvent.StepLost("create-post", FAULT, AT, AT.plusSeconds(300), AT, AT.plusSeconds(5)),
            new ItemEvent.StepResolved(
                    "create-post", ItemEvent.Finding.HAPPENED, Map.of("post", "p1"), AT, AT.plusSeconds(5)),
            new ItemEvent.ItemConfirmed("/blog#/view/b1/p1", 1, ItemEvent.How.ADOPTED, AT),
            new ItemEvent.ItemAccepted(Verb.PUBLISH, "/blog#/view/b1/p1", 1, AT, AT.plusSeconds(900)),
            new ItemEvent.ItemDeferred(FAULT, AT, AT.plusSeconds(5)),
            new ItemEvent.ItemRefused(1, FAULT, AT),
            new ItemEvent.ItemParked(1, FAULT, AT),
            new ItemEvent.ItemWithdrawn(ItemEvent.How.APPLIED, AT),
            new ItemEvent.ItemRetried(AT));

    private EventExamples() {}

    private static Personal<String> own(String name) {
        return Personal.of(PERSON.subject(), name);
    }

    private static Personal<String> said(String text) {
        return Personal.of(COMMUNICATION.subject(), text);
    }
}
