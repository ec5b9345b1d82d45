package fr.passerelle.app.web;

import jakarta.servlet.http.HttpServletRequest;
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
    }
}
