package fr.passerelle.ent.rights;

import fr.passerelle.ent.authoraccount.AuthorAccountEvent;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.delivery.AccountView;
import fr.passerelle.ent.delivery.DeliveryEngine;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.directory.CoverageReader;
import fr.passerelle.ent.leisurecentre.LeisureCentre;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Controller;
import fr.passerelle.ent.model.History;
import fr.passerelle.ent.model.History.Dated;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.States;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.person.Names;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonEvent;
import fr.passerelle.ent.person.PersonEvent.IdentityCorrected;
import fr.passerelle.ent.person.PersonEvent.PersonRegistered;
import fr.passerelle.ent.privacy.Vault;
import fr.passerelle.ent.rights.PersonExport.AsReferent;
import fr.passerelle.ent.rights.PersonExport.AtPlace;
import fr.passerelle.ent.rights.PersonExport.Happening;
import fr.passerelle.ent.rights.PersonExport.Identity;
import fr.passerelle.ent.rights.PersonExport.InClass;
import fr.passerelle.ent.rights.PersonExport.Label;
import fr.passerelle.ent.rights.PersonExport.OnEnt;
import fr.passerelle.ent.rights.PersonExport.Recipient;
import fr.passerelle.ent.rights.PersonExport.UnderKey;
import fr.passerelle.ent.rights.PersonExport.Written;
import fr.passerelle.ent.school.School;
import fr.passerelle.ent.schoolclass.SchoolClass;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a person everything that is held about her. Opens her names and titles for that, and keeps nothing. */
public final class AccessExports {
    private final Vault vault;
    private final States states;
    private final History history;
    private final DeliveryEngine delivery;
    private final InstantSource clock;

    public AccessExports(Vault vault, States states, History history, DeliveryEngine delivery, InstantSource clock) {
        this.vault = vault;
        this.states = states;
        this.history = history;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Everything that is held about a person; empty if nobody has this id. */
    public Optional<PersonExport> of(PersonId person) {
        List<Dated<PersonEvent>> life = history.of(Person.FEATURE, person.toString());
        if (life.isEmpty()) {
            return Optional.empty();
        }
        // The key first: after an interruption or a restored backup the events may not say it yet.
        return Optional.of(
                vault.erasedAt(person.subject()).map(at -> erased(person, at)).orElseGet(() -> held(person, life)));
    }

    private PersonExport erased(PersonId person, Instant at) {
        return new PersonExport(
                person,
                clock.instant(),
                Person.Status.ERASED,
                at,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    private PersonExport held(PersonId person, List<Dated<PersonEvent>> life) {
        Person known = states.current(Person.FEATURE, person.toString());
        List<Stay> stays = Stay.of(life);
        List<Communication> own = states.inGroup(Communication.FEATURE, person.toString());
        List<List<Dated<AuthorAccountEvent>>> accounts = OwnAccounts.of(person, states, history);
        return new PersonExport(
                person,
                clock.instant(),
                known.status(),
                null,
                known.profile(),
                life.stream().flatMap(dated -> identity(dated).stream()).toList(),
                stays.stream().map(this::atPlace).toList(),
                Family.children(life),
                Family.guardians(person, stays, states),
                asReferent(person),
                accounts.stream()
                        .flatMap(events -> OwnAccounts.told(events, this::clear).stream())
                        .toList(),
                own.stream().flatMap(found -> written(found).stream()).toList(),
                life.stream()
                        .map(dated -> new Happening(
                                dated.at(), PlainWords.of(dated.event().getClass())))
                        .toList(),
                underKeys(life, accounts, own),
                PlainWords.RETENTION,
                recipients(stays.stream().map(Stay::place).collect(Collectors.toSet())));
    }

    private Optional<Identity> identity(Dated<PersonEvent> dated) {
        if (dated.event() instanceof PersonRegistered registered) {
            return identity(dated.at(), registered.names(), registered.birthDate());
        }
        return dated.event() instanceof IdentityCorrected corrected
                ? identity(dated.at(), corrected.names(), corrected.birthDate())
                : Optional.empty();
    }

    private Optional<Identity> identity(Instant since, Names names, @Nullable Personal<LocalDate> birthDate) {
        String family = clear(names.family());
        String first = clear(names.first());
        // Erased while we read: then nothing is held any more.
        return family == null || first == null
                ? Optional.empty()
                : Optional.of(new Identity(since, family, clear(names.usage()), first, clear(birthDate)));
    }

    private AtPlace atPlace(Stay stay) {
        Optional<School> school = states.find(School.FEATURE, stay.place().value());
        Optional<LeisureCentre> centre =
                states.find(LeisureCentre.FEATURE, stay.place().value());
        String name = school.map(School::name)
                .or(() -> centre.map(LeisureCentre::name))
                .orElse(stay.place().value());
        @Nullable
        Controller controller = school.map(School::controller)
                .or(() -> centre.map(LeisureCentre::controller))
                .orElse(null);
        return new AtPlace(
                stay.place(),
                name,
                controller,
                stay.classes().stream().map(this::inClass).toList(),
                stay.from(),
                stay.until());
    }

    private InClass inClass(ClassId id) {
        SchoolClass found = states.current(SchoolClass.FEATURE, id.toString());
        return new InClass(id, found.name(), found.year());
    }

    private List<AsReferent> asReferent(PersonId person) {
        return new CoverageReader(states, history)
                .read().places().stream()
                        .flatMap(line -> line.history().stream()
                                .filter(term -> term.person().equals(person))
                                .map(term -> new AsReferent(line.place(), line.name(), term.since(), term.until())))
                        .toList();
    }

    private Optional<Written> written(Communication own) {
        CommunicationId id = own.communication();
        return id == null
                ? Optional.empty()
                : Optional.of(new Written(
                        id,
                        own.place(),
                        own.kind(),
                        clear(own.title()),
                        history.of(Communication.FEATURE, id.toString()).get(0).at(),
                        own.from(),
                        own.until(),
                        own.changedAt(),
                        delivery.desk().items(id).stream()
                                .map(AccessExports::onEnt)
                                .toList()));
    }

    private static OnEnt onEnt(ItemView item) {
        Label standing = new Label(item.word().label(Locale.FRENCH), item.word().label(Locale.ENGLISH));
        return new OnEnt(item.account().toString(), item.destination(), standing, item.ref());
    }

    private List<UnderKey> underKeys(
            List<Dated<PersonEvent>> life, List<List<Dated<AuthorAccountEvent>>> accounts, List<Communication> own) {
        List<Personal.Sealed<?>> values = new ArrayList<>(SealedValues.in(life));
        accounts.forEach(events -> values.addAll(SealedValues.in(events)));
        for (Communication written : own) {
            values.addAll(SealedValues.in(history.of(Communication.FEATURE, String.valueOf(written.communication()))));
        }
        Map<SubjectId, List<Personal.Sealed<?>>> byKey = values.stream()
                .collect(Collectors.groupingBy(Personal.Sealed::subject, LinkedHashMap::new, Collectors.toList()));
        return byKey.entrySet().stream()
                .map(entry -> new UnderKey(
                        entry.getKey(),
                        entry.getValue().stream()
                                .map(value -> value.envelope().field())
                                .distinct()
                                .toList(),
                        entry.getValue().size()))
                .toList();
    }

    private List<Recipient> recipients(Set<PlaceId> places) {
        List<Recipient> recipients = new ArrayList<>();
        // An author's own account is on the ENT of a service account: it tells of no further recipient.
        for (AccountView account : delivery.accounts().stream()
                .filter(account -> account.author() == null)
                .toList()) {
            List<PlaceId> common = account.places().stream()
                    .filter(places::contains)
                    .sorted((a, b) -> a.value().compareTo(b.value()))
                    .toList();
            if (!common.isEmpty()) {
                recipients.add(new Recipient(
                        account.account().toString(),
                        account.descriptor().platform(),
                        common,
                        account.descriptor().dataCategories()));
            }
        }
        return recipients;
    }

    private <T> @Nullable T clear(@Nullable Personal<T> value) {
        return value != null && vault.open(value) instanceof Personal.Clear<T> clear ? clear.value() : null;
    }
}
