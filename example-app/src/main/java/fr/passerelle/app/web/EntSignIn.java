package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.User;
import fr.passerelle.app.user.UserReason;
import fr.passerelle.ent.delivery.AccountView;
import fr.passerelle.ent.delivery.AuthorDesk;
import fr.passerelle.ent.delivery.AuthorDesk.Answer;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.spi.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Signing in by an ENT that knows her (OAuth2, authorization code): for who connected her own account on it before. The word
 * that comes back with her belongs to her session, so that nobody is signed in by somebody else's link.
 */
@Component
class EntSignIn {
    private static final String SESSION = EntSignIn.class.getName();
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Town town;
    private final SecureRandom random = new SecureRandom();

    EntSignIn(Town town) {
        this.town = town;
    }

    /** Somebody on her way. */
    private record Begun(String state, AccountId through, URI redirect, Instant until) {}

    /**
     * An ENT by which somebody may sign in.
     *
     * @param account through which it is asked
     * @param platform as people know it
     */
    record Way(String account, String platform) {}

    /** Those that the town set up for it, each ENT once. */
    List<Way> ways() {
        return town.passerelle().delivery().accounts().stream()
                .filter(AccountView::signsPeopleIn)
                .filter(account -> address(account.account(), "-") != null)
                .map(account -> new Way(
                        account.account().toString(), account.descriptor().platform()))
                .distinct()
                .toList();
    }

    /** The ENT's page, for this session. */
    String begin(HttpServletRequest request, String account) {
        String state = state();
        Way way = ways().stream()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElseThrow(Visitor::notAllowed);
        AccountId through = AccountId.parse(way.account());
        request.getSession(true)
                .setAttribute(
                        SESSION,
                        new Begun(
                                state,
                                through,
                                redirect(),
                                town.clock().instant().plus(LIFE)));
        String address = address(through, state);
        if (address == null) {
            throw Visitor.notAllowed();
        }
        return address;
    }

    /** Whether it is she who began in this session. */
    boolean isBegun(HttpServletRequest request, String state) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(SESSION) instanceof Begun begun
                && !state.isEmpty()
                && begun.state().equals(state);
    }

    /** She comes back; the page that she sees then. */
    String end(HttpServletRequest request, HttpServletResponse response, String code, Model model, Locale locale) {
        HttpSession session = request.getSession();
        Begun begun = (Begun) session.getAttribute(SESSION);
        session.removeAttribute(SESSION);
        try {
            VisitorFilter.signIn(request, user(begun, code));
            return "redirect:/";
        } catch (CodedException refused) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            model.addAttribute("problem", refused.sentence(locale));
            model.addAttribute("ways", ways());
            return "sign-in";
        }
    }

    private User user(Begun begun, String code) {
        if (code.isEmpty() || !town.clock().instant().isBefore(begun.until())) {
            throw new CodedException(UserReason.NOT_LET_IN, Map.of());
        }
        Answer answer = desk().recognise(begun.through(), code, begun.redirect());
        if (!(answer instanceof Answer.Recognised recognised)) {
            Answer.Refused refused = (Answer.Refused) answer;
            throw new CodedException(refused.why(), refused.why().facts());
        }
        User user = town.users().all().stream()
                .filter(one -> recognised.person().equals(one.person()))
                .findFirst()
                .orElseThrow(() -> new CodedException(UserReason.NOT_LET_IN, Map.of()));
        town.users().note(user.id(), "sign-in.ent", begun.through().toString(), HttpStatus.OK.value());
        return user;
    }

    private @Nullable String address(AccountId through, String state) {
        return desk().page(through, redirect(), state) instanceof Answer.Page page
                ? page.address().toString()
                : null;
    }

    private URI redirect() {
        return URI.create(town.address() + AccountsController.CALLBACK);
    }

    private AuthorDesk desk() {
        return town.passerelle().delivery().authors();
    }

    private String state() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
