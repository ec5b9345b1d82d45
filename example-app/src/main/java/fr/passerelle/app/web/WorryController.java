package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whom to tell about a worry: nothing is asked, nothing is kept. */
@Controller
class WorryController {
    private final Town town;

    WorryController(Town town) {
        this.town = town;
    }

    @GetMapping("/worry")
    @ForEverybody
    String worry(Model model) {
        model.addAttribute("contact", town.worryContact().orElse(null));
        return "worry";
    }
}
