package fr.passerelle.app.web;

import fr.passerelle.app.town.Place;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.delivery.AccountView;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.directory.Coverage.Standing;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Controller;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonReason;
import fr.passerelle.ent.readiness.Readiness;
import fr.passerelle.ent.schoolclass.SchoolClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP API, version 1: what is, as JSON; problems as problem+json. */
@RestController
@RequestMapping(path = ApiController.PREFIX, produces = MediaType.APPLICATION_JSON_VALUE)
class ApiController {
    static final String PREFIX = "/api/v1";

    private final Town town;

    ApiController(Town town) {
        this.town = town;
    }

    record PlaceJson(String id, String name, String kind, Controller controller) {
        private static PlaceJson of(Place place) {
            return new PlaceJson(place.id().value(), place.name(), place.kindWord(), place.controller());
        }
    }

    record ClassJson(
            @Nullable String id,
            @Nullable String school,
            @Nullable String year,
            String name,
            List<Level> levels) {
        private static ClassJson of(SchoolClass found) {
            return new ClassJson(
                    String.valueOf(found.schoolClass()),
                    String.valueOf(found.school()),
                    String.valueOf(found.year()),
                    found.name(),
                    found.levels());
        }
    }

    /** A communication without its texts: they are personal data and stand on the page. */
    record CommunicationJson(
            String id,
            String place,
            String kind,
            Communication.Status status,
            int revision,
            @Nullable Instant from,
            @Nullable Instant until) {
        static Optional<CommunicationJson> of(Communication found) {
            return found.communication() == null || found.place() == null || found.kind() == null
                    ? Optional.empty()
                    : Optional.of(new CommunicationJson(
                            found.communication().toString(),
                            found.place().value(),
                            found.kind().name().toLowerCase(Locale.ROOT),
                            found.status(),
                            found.revision(),
                            found.from(),
                            found.until()));
        }
    }

    record ItemJson(
            String id,
            String account,
            String place,
            String destination,
            String status,
            int revision,
            int shown,
            @Nullable String ref,
            @Nullable String code,
            @Nullable String cause,
            @Nullable Instant nextTry) {
        private static ItemJson of(ItemView item, Locale locale) {
            return new ItemJson(
                    item.item().toString(),
                    item.account().toString(),
                    item.place().value(),
                    item.destination(),
                    item.word().label(locale),
                    item.revision(),
                    item.shown(),
                    item.ref(),
                    item.cause() == null ? null : item.cause().code(),
                    item.sentence(locale).orElse(null),
                    item.nextTry());
        }
    }

    record AccountJson(
            String id,
            String connector,
            String profile,
            String maturity,
            List<String> places,
            String condition,
            @Nullable String code) {
        private static AccountJson of(AccountView account) {
            return new AccountJson(
                    account.account().toString(),
                    account.descriptor().id(),
                    account.descriptor().profile(),
                    account.descriptor()
                            .maturity()
                            .name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-'),
                    account.places().stream()
                            .map(place -> place.value())
                            .sorted()
                            .toList(),
                    account.health().condition().name().toLowerCase(Locale.ROOT),
                    account.health().fault() == null
                            ? null
                            : account.health().fault().code());
        }
    }

    /** A person; names and birth date are absent once she is erased. */
    record PersonJson(
            String id,
            String profile,
            Person.Status status,
            boolean erased,
            @Nullable String familyName,
            @Nullable String firstName,
            @Nullable LocalDate birthDate,
            @Nullable String place,
            List<String> classes) {
        @Override
        public String toString() {
            return "PersonJson[" + id + "]";
        }
    }

    @GetMapping("/places")
    @Needs(Right.PLACES)
    ResponseEntity<List<PlaceJson>> places(Visitor visitor, ListPart part) {
        return part.of(
                PREFIX + "/places",
                town.places().all().stream().filter(place -> visitor.isAt(place.id())),
                place -> place.id().value(),
                PlaceJson::of);
    }

    @GetMapping("/places/{place}/readiness")
    @Needs(Right.PLACES)
    ReadinessJson readiness(@PathVariable("place") String id) {
        PlaceId place = town.places().get(PlaceController.placeId(id)).id();
        return ReadinessJson.of(
                place,
                Standings.of(town).at(place).held(),
                town.passerelle().states().current(Readiness.FEATURE, place.value()));
    }

    @GetMapping("/classes")
    @Needs(Right.PLACES)
    ResponseEntity<List<ClassJson>> classes(Visitor visitor, ListPart part) {
        return part.of(
                PREFIX + "/classes",
                town.places().all().stream()
                        .filter(place -> visitor.isAt(place.id()))
                        .flatMap(place -> town.places().classes(place.id()).stream()),
                found -> found.school() + "\n" + found.schoolClass(),
                ClassJson::of);
    }

    @GetMapping("/communications")
    @Needs(Right.FOLLOW)
    ResponseEntity<List<CommunicationJson>> communications(Visitor visitor, ListPart part) {
        List<Communication> all = town.passerelle().states().all(Communication.FEATURE);
        // None is ever taken out, so that the place of each among them stays what it is.
        return part.of(
                PREFIX + "/communications",
                IntStream.range(0, all.size())
                        .mapToObj(place -> new Numbered(place, all.get(place)))
                        .filter(found -> found.isAtPlaceOf(visitor)),
                found -> String.format(Locale.ROOT, "%010d", found.number()),
                found -> CommunicationJson.of(found.communication()).orElseThrow());
    }

    private record Numbered(int number, Communication communication) {
        private boolean isAtPlaceOf(Visitor visitor) {
            return CommunicationJson.of(communication).isPresent()
                    && communication.place() != null
                    && visitor.isAt(communication.place());
        }
    }

    @GetMapping("/communications/{communication}")
    @Needs(Right.FOLLOW)
    CommunicationJson communication(@PathVariable("communication") String id) {
        return CommunicationJson.of(town.passerelle().states().current(Communication.FEATURE, id))
                .orElseThrow(() ->
                        new CodedException(CommunicationReason.UNKNOWN_COMMUNICATION, Map.of("communication", id)));
    }

    @GetMapping("/communications/{communication}/items")
    @Needs(Right.FOLLOW)
    ResponseEntity<List<ItemJson>> items(@PathVariable("communication") String id, ListPart part, Locale locale) {
        CommunicationId known = CommunicationId.parse(communication(id).id());
        return part.of(
                PREFIX + "/communications/" + known + "/items",
                town.passerelle().items(known).stream(),
                item -> item.account() + "\n" + item.destination() + "\n" + item.item(),
                item -> ItemJson.of(item, locale));
    }

    record ReferentJson(
            String place,
            @Nullable String person,
            @Nullable LocalDate since,
            @Nullable String why) {}

    /** Every place, those without a referent too. */
    @GetMapping("/referents")
    @Needs(Right.PLACES)
    ResponseEntity<List<ReferentJson>> referents(Visitor visitor, ListPart part) {
        return part.of(
                PREFIX + "/referents",
                town.passerelle().coverage().places().stream().filter(line -> visitor.isAt(line.place())),
                line -> line.place().value(),
                line -> line.standing() instanceof Standing.Held held
                        ? new ReferentJson(line.place().value(), held.person().toString(), held.since(), null)
                        : vacant(line.place().value(), (Standing.Vacant) line.standing()));
    }

    private static ReferentJson vacant(String place, Standing.Vacant vacant) {
        return new ReferentJson(
                place,
                null,
                vacant.since(),
                vacant.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @GetMapping("/accounts")
    @Needs(Right.PLACES)
    ResponseEntity<List<AccountJson>> accounts(Visitor visitor, ListPart part) {
        return part.of(
                PREFIX + "/accounts",
                town.passerelle().delivery().accounts().stream()
                        .filter(account -> account.places().stream().anyMatch(visitor::isAt)),
                account -> account.account().toString(),
                AccountJson::of);
    }

    @GetMapping("/persons/{person}")
    @Needs(value = Right.NAMES, trail = "person.show")
    PersonJson person(@PathVariable("person") String id) {
        Person person = town.passerelle().states().current(Person.FEATURE, id);
        PersonPage page = PersonPage.of(town, Stream.of(person).toList()).stream()
                .findFirst()
                .orElseThrow(() -> new CodedException(PersonReason.UNKNOWN_PERSON, Map.of("person", id)));
        return new PersonJson(
                page.id().toString(),
                String.valueOf(person.profile()).toLowerCase(Locale.ROOT),
                page.status(),
                page.isErased(),
                page.family(),
                page.first(),
                page.birthDate(),
                person.place() == null ? null : person.place().value(),
                person.classes().stream().map(Object::toString).toList());
    }
}
