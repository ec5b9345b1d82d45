package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the school told a family: the publications for the classes of one's own children, as they stand now. */
@Controller
class FamilyController {
    private static final int SHOWN = 50;

    private final Town town;

    FamilyController(Town town) {
        this.town = town;
    }

    @GetMapping("/family")
    @Needs(Right.FAMILY)
    String all(Visitor visitor, Model model) {
        model.addAttribute(
                "told", told(visitor).limit(SHOWN).flatMap(this::page).toList());
        return "family";
    }

    @GetMapping("/family/{communication}")
    @Needs(Right.FAMILY)
    String one(Visitor visitor, @PathVariable("communication") String id, Model model) {
        model.addAttribute(
                "page",
                told(visitor)
                        .filter(found -> String.valueOf(found.communication()).equals(id))
                        .findFirst()
                        .flatMap(found -> CommunicationPage.of(town, found))
                        .orElseThrow(Visitor::notAllowed));
        return "told";
    }

    private Stream<CommunicationPage> page(Communication found) {
        return CommunicationPage.of(town, found).stream();
    }

    /** What is out and reaches a class of a child of hers, the newest first. */
    private Stream<Communication> told(Visitor visitor) {
        Optional<Person> herself = Optional.ofNullable(visitor.person())
                .map(person -> town.passerelle().states().current(Person.FEATURE, person.toString()));
        List<Person> children = herself.stream()
                .flatMap(person -> person.children().stream())
                .map(child -> town.passerelle().states().current(Person.FEATURE, child.toString()))
                .filter(child -> child.status() == Person.Status.PRESENT)
                .toList();
        Set<ClassId> classes =
                children.stream().flatMap(child -> child.classes().stream()).collect(Collectors.toSet());
        Set<PlaceId> places = children.stream()
                .flatMap(child -> Stream.ofNullable(child.place()))
                .collect(Collectors.toSet());
        return town.passerelle().states().all(Communication.FEATURE).stream()
                .filter(this::isOut)
                .filter(found -> found.place() != null && places.contains(found.place()))
                .filter(found -> reaches(found.audience(), classes))
                .sorted(Comparator.comparing(Communication::from, Comparator.nullsLast(Comparator.reverseOrder())));
    }

    private boolean isOut(Communication found) {
        return found.status() == Communication.Status.PUBLISHED
                && found.from() != null
                && !found.from().isAfter(town.clock().instant());
    }

    private static boolean reaches(@Nullable Audience audience, Set<ClassId> classes) {
        return audience != null
                && (audience.scope() == AudienceScope.PLACE
                        || audience.classes().stream().anyMatch(classes::contains));
    }
}
