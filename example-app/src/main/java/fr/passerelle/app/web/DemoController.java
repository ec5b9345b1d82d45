package fr.passerelle.app.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How far the demo's data is. */
@Controller
class DemoController {
    @GetMapping("/demo/progress")
    @ForEverybody
    String progress() {
        return "layout :: filling";
    }
}
