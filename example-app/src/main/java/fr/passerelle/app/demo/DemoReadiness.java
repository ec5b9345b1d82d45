package fr.passerelle.app.demo;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.intake.sample.SampleSchool;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.readiness.Internet;
import fr.passerelle.ent.readiness.Party;
import fr.passerelle.ent.readiness.ReadinessCommand;
import fr.passerelle.ent.readiness.ReadinessCommand.CountEquipment;
import fr.passerelle.ent.readiness.ReadinessCommand.StateFamilies;
import fr.passerelle.ent.readiness.ReadinessCommand.StateInternet;
import fr.passerelle.ent.readiness.ReadinessCommand.StateMaintenance;
import fr.passerelle.ent.readiness.ReadinessCommand.StateTraining;
import fr.passerelle.ent.readiness.Source;
import fr.passerelle.ent.readiness.Topic;
import fr.passerelle.ent.referent.ReferentCommand.AppointReferent;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What was said about the invented places, and one referent: much stays unknown, as it would. */
final class DemoReadiness {
    private static final PlaceId FIRST = SampleSchool.ALL.get(0).school();
    private static final PlaceId SECOND = SampleSchool.ALL.get(1).school();
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 15);

    private final Town town;

    DemoReadiness(Town town) {
        this.town = town;
    }

    void add() {
        List<ReadinessCommand> said = List.of(
                new CountEquipment(FIRST, Topic.COMPUTERS, 14, Party.TOWN, Party.SUPPLIER, SEPTEMBER, Source.SEEN),
                new CountEquipment(FIRST, Topic.WHITEBOARDS, 3, Party.TOWN, Party.SUPPLIER, SEPTEMBER, Source.SEEN),
                new CountEquipment(FIRST, Topic.MOBILE_CLASSES, 1, Party.TOWN, null, SEPTEMBER, Source.SEEN),
                new StateTraining(FIRST, 5, 12, Party.NATIONAL_EDUCATION, OCTOBER, Source.TOLD),
                new StateFamilies(FIRST, 182, 420, OCTOBER, Source.PLATFORM),
                new StateInternet(FIRST, Internet.GOOD, SEPTEMBER, Source.TOLD),
                new StateMaintenance(FIRST, Party.TOWN, SEPTEMBER, Source.TOLD),
                new CountEquipment(SECOND, Topic.COMPUTERS, 6, Party.TOWN, null, OCTOBER, Source.TOLD),
                new CountEquipment(SECOND, Topic.TABLETS, 0, null, null, OCTOBER, Source.TOLD),
                new StateInternet(SECOND, Internet.WEAK, OCTOBER, Source.TOLD),
                new CountEquipment(
                        DemoSeeding.CENTRE, Topic.COMPUTERS, 1, Party.TOWN, Party.TOWN, OCTOBER, Source.TOLD));
        for (int i = 0; i < said.size(); i++) {
            town.send(new CommandId("demo/readiness/" + i), said.get(i));
        }
        town.passerelle().states().under(Person.FEATURE, FIRST.value()).stream()
                .filter(person -> person.status() == Person.Status.PRESENT && person.profile() == Profile.HEAD)
                .map(Person::person)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Object::toString))
                .ifPresent(
                        head -> town.send(new CommandId("demo/referent"), new AppointReferent(FIRST, head, SEPTEMBER)));
    }
}
