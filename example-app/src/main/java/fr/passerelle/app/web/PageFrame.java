package fr.passerelle.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
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
