package fr.passerelle.app.web;

import fr.passerelle.app.town.Place;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.User;
import fr.passerelle.app.user.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who one is here, and the way out; in the demo, the way to be somebody else. */
@Controller
class MeController {
    private final Town town;
    private final Demo demo;

    MeController(Town town, Demo demo) {
        this.town = town;
        this.demo = demo;
    }

    /** Somebody whom a visitor of the demo can be. */
    record Somebody(UserId id, @Nullable String name) {
        @Override
        public String toString() {
            return "Somebody[" + id + "]";
        }
    }

    @GetMapping("/me")
    @ForEverybody
    String show(HttpServletRequest request, Model model) {
        Optional<Visitor> visitor = Visitor.of(request);
        if (visitor.isEmpty()) {
            return "redirect:/sign-in";
        }
        model.addAttribute(
                "places",
                visitor.get().places().stream()
                        .flatMap(place -> town.places().find(place).stream())
                        .map(Place::name)
                        .toList());
        model.addAttribute("others", demo.isOn() ? others() : List.of());
        return "me";
    }

    /** In the demo only: its people are invented, its ENTs are stand-ins, and it answers on this machine alone. */
    @PostMapping("/demo/enter")
    @ForEverybody
    String enter(@RequestParam String user, HttpServletRequest request) {
        if (!demo.isOn()) {
            throw Visitor.notAllowed();
        }
        User found = town.users().all().stream()
                .filter(known -> known.id().toString().equals(user))
                .findFirst()
                .orElseThrow(Visitor::notAllowed);
        VisitorFilter.signIn(request, found);
        return "redirect:/";
    }

    private List<Somebody> others() {
        return town.users().all().stream()
                .map(user -> new Somebody(user.id(), town.users().name(user)))
                .toList();
    }
}
