package fr.passerelle.ent;

import fr.passerelle.ent.authoraccount.AuthorAccountCommand.ConnectAuthorAccount;
import fr.passerelle.ent.authoraccount.AuthorAccountReason;
import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.RewriteDraft;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.leisurecentre.LeisureCentre;
import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.Commands;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.PlaceReason;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonCommand.LinkChildren;
import fr.passerelle.ent.person.PersonCommand.PlacePerson;
import fr.passerelle.ent.person.PersonCommand.RegisterPerson;
import fr.passerelle.ent.person.PersonReason;
import fr.passerelle.ent.readiness.ReadinessCommand;
import fr.passerelle.ent.referent.ReferentCommand.AppointReferent;
import fr.passerelle.ent.referent.ReferentCommand.HandOverReferent;
import fr.passerelle.ent.school.School;
import fr.passerelle.ent.schoolclass.SchoolClass;
import fr.passerelle.ent.schoolclass.SchoolClassCommand.OpenClass;
import fr.passerelle.ent.store.Attachments;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses commands that name a place, class, group or file that does not exist: the one thing that a feature cannot decide
 * alone. Places are never removed, so that what is found here still holds when the command is decided.
 */
final class References implements Commands {
    private final Commands commands;
    private final States states;
    private final Attachments files;

    References(Commands commands, States states, Attachments files) {
        this.commands = commands;
        this.states = states;
        this.files = files;
    }

    @Override
    public CommandResult send(CommandId id, @Nullable SubjectId by, Command command) {
        return broken(command)
                .<CommandResult>map(CommandResult.Refused::new)
                .orElseGet(() -> commands.send(id, by, command));
    }

    private Optional<Refusal> broken(Command command) {
        if (command instanceof OpenClass open) {
            return unknownPlace(open.school());
        }
        if (command instanceof RegisterPerson register) {
            return unknownPlace(register.place())
                    .or(() -> unknownClass(register.place(), register.classes()))
                    .or(() -> unknownChild(register.children()));
        }
        if (command instanceof PlacePerson place) {
            return unknownPlace(place.place()).or(() -> unknownClass(place.place(), place.classes()));
        }
        if (command instanceof LinkChildren link) {
            return unknownChild(link.children());
        }
        if (command instanceof AppointReferent appoint) {
            return unknownPlace(appoint.place()).or(() -> unknownPerson(appoint.person()));
        }
        if (command instanceof HandOverReferent handOver) {
            return unknownPerson(handOver.to());
        }
        if (command instanceof ReadinessCommand said) {
            return unknownPlace(said.place());
        }
        if (command instanceof ConnectAuthorAccount connect) {
            return unknownPerson(connect.person())
                    .or(() -> states.current(Person.FEATURE, connect.person().toString())
                                    .belongsToStaff()
                            ? Optional.empty()
                            : Optional.of(Refusal.of(AuthorAccountReason.NOT_STAFF, "person", connect.person())));
        }
        if (command instanceof WriteCommunication write) {
            return unknownPlace(write.place())
                    .or(() -> nobody(write.place(), write.audience()))
                    .or(() -> unknownFile(write.communication(), write.attachments()));
        }
        if (command instanceof RewriteDraft rewrite) {
            PlaceId place = states.current(
                            Communication.FEATURE, rewrite.communication().toString())
                    .place();
            return place == null
                    ? Optional.empty()
                    : nobody(place, rewrite.audience())
                            .or(() -> unknownFile(rewrite.communication(), rewrite.attachments()));
        }
        return Optional.empty();
    }

    private Optional<Refusal> unknownPlace(PlaceId place) {
        boolean known = place instanceof Uai school
                ? states.current(School.FEATURE, school.value()).school() != null
                : centre(place).centre() != null;
        return known ? Optional.empty() : Optional.of(Refusal.of(PlaceReason.UNKNOWN_PLACE, "place", place));
    }

    private Optional<Refusal> unknownPerson(PersonId person) {
        return states.current(Person.FEATURE, person.toString()).status() == Person.Status.PRESENT
                ? Optional.empty()
                : Optional.of(Refusal.of(PersonReason.UNKNOWN_PERSON, "person", person));
    }

    private Optional<Refusal> unknownChild(List<PersonId> children) {
        return children.stream().flatMap(child -> unknownPerson(child).stream()).findFirst();
    }

    private Optional<Refusal> unknownClass(PlaceId place, List<ClassId> classes) {
        return classes.stream()
                .filter(id -> {
                    SchoolClass found = states.current(SchoolClass.FEATURE, id.toString());
                    return !found.open() || !place.equals(found.school());
                })
                .findFirst()
                .map(id -> Refusal.of(PlaceReason.UNKNOWN_CLASS, "class", id));
    }

    private Optional<Refusal> nobody(PlaceId place, Audience audience) {
        if (audience.scope() == AudienceScope.PLACE && place instanceof Uai school) {
            boolean anybody =
                    states.under(SchoolClass.FEATURE, school.value()).stream().anyMatch(SchoolClass::open);
            return anybody ? Optional.empty() : Optional.of(Refusal.of(CommunicationReason.AUDIENCE_EMPTY));
        }
        return audience.groups().stream()
                .filter(group -> !centre(place).groups().contains(group))
                .findFirst()
                .map(group -> Refusal.of(CommunicationReason.UNKNOWN_GROUP, "group", group))
                .or(() -> unknownClass(place, audience.classes()));
    }

    private Optional<Refusal> unknownFile(CommunicationId communication, List<Attachment> attachments) {
        return attachments.stream()
                .filter(file -> !files.holds(communication.subject(), file.id()))
                .findFirst()
                .map(file -> Refusal.of(CommunicationReason.UNKNOWN_FILE, "attachment", file.id()));
    }

    private LeisureCentre centre(PlaceId place) {
        return place instanceof LeisureCentreId centre
                ? states.current(LeisureCentre.FEATURE, centre.value())
                : LeisureCentre.FEATURE.decider().initial();
    }
}
