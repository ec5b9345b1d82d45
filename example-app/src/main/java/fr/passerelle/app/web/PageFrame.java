package fr.passerelle.app.web;

import fr.passerelle.app.user.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page needs. */
@ControllerAdvice(annotations = org.springframework.stereotype.Controller.class)
class PageFrame {
    private final Demo demo;

    PageFrame(Demo demo) {
        this.demo = demo;
    }

    @ModelAttribute
    void frame(HttpServletRequest request, Model model) {
        model.addAttribute("demo", demo);
        Optional<Visitor> me = Visitor.of(request);
        model.addAttribute("me", me.orElse(null));
        // What stands in the place of a title that she may not read, or that nobody can read any more.
        model.addAttribute(
                "untitled",
                me.filter(visitor -> !visitor.may(Right.READ)).isPresent()
                        ? "communication.hidden"
                        : "communication.erased");
        model.addAttribute("path", request.getRequestURI());
        model.addAttribute("query", kept(request.getQueryString()));
    }

    /** The address's query without its language, as the beginning of one that ends with another language. */
    private static String kept(@Nullable String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .filter(part -> !part.startsWith("lang="))
                        .map(part -> part + "&")
                        .collect(Collectors.joining());
    }
}
