package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Tries;
import fr.passerelle.app.user.User;
import fr.passerelle.app.user.UserReason;
import fr.passerelle.app.user.Users;
import fr.passerelle.ent.model.CodedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Coming in and going out: with a password, which she chose by a link that was given to her. */
@Controller
class SignInController {
    private static final int UNAUTHORIZED = HttpStatus.UNAUTHORIZED.value();
    private static final int MOST_SIGNS = 200;

    private final Town town;
    private final EntSignIn entSignIn;
    private final Tries tries;
    private final Argon2PasswordEncoder argon = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    /** Each look at a password takes 16 MB; a crowd waits. */
    private final Semaphore atOnce = new Semaphore(2);
    /** What a password is compared with where nobody has that login name, so that it takes as long. */
    private final String nobodys = argon.encode("personne n'a ce mot de passe");

    SignInController(Town town, EntSignIn entSignIn) {
        this.town = town;
        this.entSignIn = entSignIn;
        this.tries = new Tries(town.clock());
    }

    @GetMapping("/sign-in")
    @ForEverybody
    String show(@RequestParam(defaultValue = "") String next, Model model) {
        model.addAttribute("next", next);
        model.addAttribute("ways", entSignIn.ways());
        return "sign-in";
    }

    @PostMapping("/sign-in")
    @ForEverybody
    String signIn(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        try {
            VisitorFilter.signIn(request, known(login, password));
            return "redirect:" + (isHere(next) ? next : "/");
        } catch (CodedException refused) {
            response.setStatus(UNAUTHORIZED);
            model.addAttribute("problem", refused.sentence(locale));
            model.addAttribute("login", login);
            return show(next, model);
        }
    }

    /** To the ENT's own page; her password there is never seen here. */
    @GetMapping("/sign-in/ent")
    @ForEverybody
    String byEnt(@RequestParam(defaultValue = "") String account, HttpServletRequest request) {
        return "redirect:" + entSignIn.begin(request, account);
    }

    @PostMapping("/sign-out")
    @ForEverybody
    String signOut(HttpServletRequest request) {
        VisitorFilter.signOut(request);
        return "redirect:/sign-in";
    }

    @GetMapping("/welcome/{link}")
    @ForEverybody
    String welcome(@PathVariable String link, Model model) {
        User user = town.users().ofLink(link).orElseThrow(() -> new CodedException(UserReason.LINK_SPENT, Map.of()));
        model.addAttribute("name", town.users().name(user));
        model.addAttribute("login", town.users().login(user));
        model.addAttribute("least", Users.LEAST_PASSWORD);
        return "welcome";
    }

    @PostMapping("/welcome/{link}")
    @ForEverybody
    String choose(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        try {
            User user = town.users().choose(cut(link), cut(password), this::encoded);
            VisitorFilter.signIn(request, user);
            return "redirect:/";
        } catch (CodedException refused) {
            if (refused.reason() == UserReason.LINK_SPENT) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problem", refused.sentence(locale));
            return welcome(link, model);
        }
    }

    private User known(String login, String password) {
        String name = cut(login.strip().toLowerCase(Locale.ROOT));
        Duration wait = tries.wait(name);
        if (!wait.isZero()) {
            throw new CodedException(
                    UserReason.TOO_MANY_TRIES,
                    Map.of("minutes", Long.toString(wait.plusSeconds(59).toMinutes())));
        }
        Optional<User> user = town.users().ofLogin(name);
        String hash = user.map(town.users()::passwordHash).orElse(null);
        boolean right = matches(cut(password), hash);
        user.map(User::id)
                .ifPresent(id -> town.users().note(id, "sign-in", "", right ? HttpStatus.OK.value() : UNAUTHORIZED));
        if (!right) {
            tries.failed(name);
            throw new CodedException(UserReason.NOT_LET_IN, Map.of());
        }
        tries.succeeded(name);
        return user.orElseThrow();
    }

    private boolean matches(String password, @Nullable String hash) {
        atOnce.acquireUninterruptibly();
        try {
            return argon.matches(password, hash == null ? nobodys : hash) && hash != null;
        } finally {
            atOnce.release();
        }
    }

    private String encoded(String password) {
        atOnce.acquireUninterruptibly();
        try {
            return argon.encode(password);
        } finally {
            atOnce.release();
        }
    }

    /** Nobody needs more, and nobody makes us hash more. */
    private static String cut(String text) {
        return text.length() > MOST_SIGNS ? text.substring(0, MOST_SIGNS) : text;
    }

    /** An address of ours: a page elsewhere must not be where she lands with her password just typed. */
    private static boolean isHere(String next) {
        return next.matches("/([^/\\\\].*)?");
    }
}
