package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Place;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.app.user.Role;
import fr.passerelle.app.user.TrailEvent.Noted;
import fr.passerelle.app.user.User;
import fr.passerelle.app.user.UserId;
import fr.passerelle.app.user.UserReason;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonReason;
import fr.passerelle.ent.person.Profile;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has access: adding somebody, a new link for who forgot her password, closing, and what somebody did. */
@Controller
class UserController {
    private final Town town;

    UserController(Town town) {
        this.town = town;
    }

    /**
     * A line of the list.
     *
     * @param name null once she is erased
     * @param ready whether she has chosen a password
     */
    record UserLine(
            UserId id, @Nullable String name, @Nullable String login, Role role, List<String> places, boolean ready) {
        @Override
        public String toString() {
            return "UserLine[" + id + "]";
        }
    }

    /** What somebody did, when. */
    record TrailLine(ZonedDateTime at, String what, String of, int outcome) {}

    @GetMapping("/users")
    @Needs(Right.USERS)
    String all(Visitor visitor, @RequestParam(defaultValue = "") String person, Model model) {
        Optional<Person> known = person.isEmpty() ? Optional.empty() : Optional.of(person(visitor, person));
        model.addAttribute(
                "person",
                known.map(found -> PersonPage.of(town, List.of(found)).get(0)).orElse(null));
        model.addAttribute("personPlace", known.map(Person::place).orElse(null));
        model.addAttribute(
                "personRole", known.map(found -> role(found.profile())).orElse(null));
        return show(visitor, model);
    }

    @PostMapping("/users")
    @Needs(value = Right.USERS, trail = "user.add")
    String add(
            Visitor visitor,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String person,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        try {
            Role wanted = role(role);
            List<PlaceId> places = place.isEmpty() || wanted.isEverywhere() ? List.of() : List.of(place(place));
            @Nullable
            PersonId who = person.isEmpty() ? null : person(visitor, person).person();
            mayGive(visitor, wanted, places);
            UserId added = town.users().add(visitor.by(), login, name, wanted, places, who);
            return given(visitor, added, model);
        } catch (CodedException refused) {
            if (refused.reason() == UserReason.NOT_ALLOWED) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", refused.sentence(locale));
            model.addAttribute("typed", Map.of("login", login, "name", name, "role", role, "place", place));
            return all(visitor, person, model);
        }
    }

    @PostMapping("/users/{user}/link")
    @Needs(value = Right.USERS, trail = "user.link")
    String link(Visitor visitor, @PathVariable String user, Model model) {
        return given(visitor, known(visitor, user).id(), model);
    }

    @PostMapping("/users/{user}/close")
    @Needs(value = Right.USERS, trail = "user.close")
    String close(Visitor visitor, @PathVariable String user) {
        town.users().close(visitor.by(), known(visitor, user).id());
        return "redirect:/users?closed";
    }

    @GetMapping("/users/{user}")
    @Needs(Right.USERS)
    String one(Visitor visitor, @PathVariable String user, Model model) {
        User found = known(visitor, user);
        model.addAttribute("user", line(found));
        model.addAttribute(
                "trail",
                town.users().trail(found.id()).stream()
                        .map(UserController::line)
                        .toList());
        return "user";
    }

    /** The link is shown now, to be handed over, and never again. */
    private String given(Visitor visitor, UserId user, Model model) {
        model.addAttribute("link", town.address() + "/welcome/" + town.users().link(visitor.by(), user));
        model.addAttribute(
                "linkOf", town.users().current(user).map(town.users()::name).orElse(null));
        return show(visitor, model);
    }

    private String show(Visitor visitor, Model model) {
        model.addAttribute(
                "users",
                town.users().all().stream()
                        .filter(user -> isHers(visitor, user))
                        .map(this::line)
                        .toList());
        model.addAttribute(
                "roles",
                Arrays.stream(Role.values()).filter(visitor.role()::mayGive).toList());
        model.addAttribute(
                "places",
                town.places().all().stream()
                        .filter(place -> visitor.isAt(place.id()))
                        .toList());
        return "users";
    }

    private UserLine line(User user) {
        return new UserLine(
                user.id(),
                town.users().name(user),
                town.users().login(user),
                Objects.requireNonNull(user.role()),
                user.places().stream()
                        .flatMap(place -> town.places().find(place).stream())
                        .map(Place::name)
                        .toList(),
                user.password() != null);
    }

    private static TrailLine line(Noted note) {
        return new TrailLine(note.at().atZone(Town.ZONE), "trail." + note.what(), note.of(), note.outcome());
    }

    /** Whether she may look after somebody's access: the role is one that she gives, and she is wherever the other is. */
    private static boolean isHers(Visitor visitor, User user) {
        return visitor.role() == Role.TOWN
                || (user.role() != null
                        && visitor.role().mayGive(user.role())
                        && user.places().stream().allMatch(visitor::isAt));
    }

    private User known(Visitor visitor, String id) {
        try {
            User user = town.users()
                    .current(UserId.parse(id))
                    .orElseThrow(() -> new CodedException(UserReason.UNKNOWN_USER, Map.of("user", id)));
            if (!isHers(visitor, user)) {
                throw Visitor.notAllowed();
            }
            return user;
        } catch (IllegalArgumentException notAnId) {
            throw new CodedException(UserReason.UNKNOWN_USER, Map.of("user", id), notAnId);
        }
    }

    private static void mayGive(Visitor visitor, Role role, List<PlaceId> places) {
        if (!visitor.role().mayGive(role)) {
            throw Visitor.notAllowed();
        }
        places.forEach(visitor::needsToBeAt);
    }

    private Person person(Visitor visitor, String id) {
        Person found = town.passerelle().states().current(Person.FEATURE, id);
        if (found.person() == null || found.place() == null) {
            throw new CodedException(PersonReason.UNKNOWN_PERSON, Map.of("person", id));
        }
        visitor.needsToBeAt(found.place());
        return found;
    }

    private static Role role(String text) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new CodedException(AppReason.ARGUMENT_UNFIT, Map.of("what", "role", "value", text)));
    }

    private static @Nullable Role role(@Nullable Profile profile) {
        return profile == null
                ? null
                : switch (profile) {
                    case HEAD -> Role.HEAD;
                    case TEACHER -> Role.TEACHER;
                    case LEISURE_STAFF -> Role.LEISURE_STAFF;
                    case GUARDIAN -> Role.PARENT;
                    case PUPIL -> null;
                };
    }

    private static PlaceId place(String text) {
        try {
            return PlaceId.parse(text);
        } catch (IllegalArgumentException notAnId) {
            throw new CodedException(AppReason.BAD_PLACE_ID, Map.of("value", text), notAnId);
        }
    }
}
