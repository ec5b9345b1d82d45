package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.app.user.UserReason;
import fr.passerelle.app.web.PendingAgreements.Pending;
import fr.passerelle.ent.delivery.AuthorDesk;
import fr.passerelle.ent.delivery.AuthorDesk.Answer;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonReason;
import fr.passerelle.ent.spi.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The accounts on ENTs: how each is, and how a teacher connects her own so that she signs what she writes. */
@Controller
class AccountsController {
    static final String CALLBACK = "/accounts/callback";

    private static final Pattern OAUTH_ERROR = Pattern.compile("[a-z_]{1,40}");

    private final Town town;
    private final PendingAgreements agreements;
    private final EntSignIn entSignIn;

    AccountsController(Town town, PendingAgreements agreements, EntSignIn entSignIn) {
        this.town = town;
        this.agreements = agreements;
        this.entSignIn = entSignIn;
    }

    @GetMapping("/accounts")
    @Needs(Right.PLACES)
    String all(Visitor visitor, Model model, Locale locale) {
        return show(visitor, null, model, locale);
    }

    /** A page with a link to the ENT: a form that ended there would be a hole in what pages may do. */
    @PostMapping("/accounts/connect")
    @Needs(value = Right.WRITE, trail = "account.connect")
    String connect(
            Visitor visitor,
            @RequestParam String account,
            @RequestParam(defaultValue = "") String person,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            AccountId through = account(account);
            PersonId who = person(visitor, person);
            URI redirect = URI.create(town.address() + CALLBACK);
            Answer answer = desk().page(through, who, redirect, agreements.begin(visitor.id(), through, who, redirect));
            if (answer instanceof Answer.Page page) {
                model.addAttribute("platform", Matrix.platform(town, through));
                model.addAttribute("address", page.address().toString());
                return "agree";
            }
            throw refused(answer);
        } catch (CodedException problem) {
            return show(visitor, problem, model, locale, response);
        }
    }

    /** Where the ENT sends her back to, who wanted to connect her account, or to sign in by it. */
    @GetMapping(CALLBACK)
    @ForEverybody
    String callback(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String error,
            HttpServletRequest request,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        if (entSignIn.isBegun(request, state)) {
            return entSignIn.end(request, response, code, model, locale);
        }
        Visitor visitor = Visitor.of(request)
                .filter(known -> known.may(Right.WRITE))
                .orElseThrow(() -> new CodedException(AppReason.AGREEMENT_UNEXPECTED, Map.of()));
        try {
            Pending pending = agreements
                    .take(state)
                    .filter(one -> one.visitor().equals(visitor.id()))
                    .orElseThrow(() -> new CodedException(AppReason.AGREEMENT_UNEXPECTED, Map.of()));
            if (code.isEmpty()) {
                String why = OAUTH_ERROR.matcher(error).matches() ? error : "error";
                throw new CodedException(AppReason.AGREEMENT_DECLINED, Map.of("error", why));
            }
            Answer answer = desk().connect(pending.through(), pending.person(), code, pending.redirect());
            if (answer instanceof Answer.Connected) {
                town.users()
                        .note(
                                visitor.id(),
                                "account.connected",
                                pending.through().toString(),
                                200);
                // The code leaves the address; it is spent.
                return "redirect:/accounts?connected";
            }
            throw refused(answer);
        } catch (CodedException problem) {
            return show(visitor, problem, model, locale, response);
        }
    }

    @PostMapping("/accounts/disconnect")
    @Needs(value = Right.WRITE, trail = "account.disconnect")
    String disconnect(Visitor visitor, @RequestParam String account) {
        AccountId known = account(account);
        boolean hers = AccountLine.all(town, visitor, Locale.FRENCH).stream()
                .anyMatch(line -> line.author() != null && line.id().equals(known.toString()));
        if (!hers) {
            throw Visitor.notAllowed();
        }
        town.done(desk().disconnect(known));
        return "redirect:/accounts?disconnected";
    }

    private AuthorDesk desk() {
        return town.passerelle().delivery().authors();
    }

    private static CodedException refused(Answer answer) {
        Answer.Refused refused = (Answer.Refused) answer;
        return new CodedException(refused.why(), refused.why().facts());
    }

    private static AccountId account(String text) {
        try {
            return AccountId.parse(text);
        } catch (IllegalArgumentException notOne) {
            throw new CodedException(AppReason.UNKNOWN_ACCOUNT, Map.of("account", text), notOne);
        }
    }

    /** Herself, or whoever belongs to her places where she looks after their ENTs. */
    private PersonId person(Visitor visitor, String text) {
        try {
            PersonId person = PersonId.parse(text);
            if (!person.equals(visitor.person())) {
                if (!visitor.may(Right.LOOK_AFTER)) {
                    throw Visitor.notAllowed();
                }
                Optional.ofNullable(town.passerelle()
                                .states()
                                .current(Person.FEATURE, person.toString())
                                .place())
                        .ifPresent(visitor::needsToBeAt);
            }
            return person;
        } catch (IllegalArgumentException notOne) {
            throw new CodedException(PersonReason.UNKNOWN_PERSON, Map.of("person", text), notOne);
        }
    }

    private String show(
            Visitor visitor, CodedException problem, Model model, Locale locale, HttpServletResponse response) {
        if (problem.reason() == UserReason.NOT_ALLOWED) {
            throw problem;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(visitor, problem.sentence(locale), model, locale);
    }

    private String show(Visitor visitor, @Nullable String problem, Model model, Locale locale) {
        model.addAttribute("problem", problem);
        model.addAttribute("accounts", AccountLine.all(town, visitor, locale));
        return "accounts";
    }
}
