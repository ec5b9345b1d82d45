package fr.passerelle.app.user;

import fr.passerelle.app.user.TrailCommand.Note;
import fr.passerelle.app.user.UserCommand.AddUser;
import fr.passerelle.app.user.UserCommand.ChoosePassword;
import fr.passerelle.app.user.UserCommand.CloseUser;
import fr.passerelle.app.user.UserCommand.GiveLink;
import fr.passerelle.app.user.UserCommand.GiveToken;
import fr.passerelle.app.user.UserCommand.MoveUser;
import fr.passerelle.ent.Passerelle;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Command;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.SubjectId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The users of the app: found by login name, link or token, of which only hashes are kept. Safe for several threads; each
 * call that changes something is durable when it returns.
 */
public final class Users {
    /** How long a link lets somebody choose a password. */
    public static final Duration LINK_LIFE = Duration.ofDays(3);
    /** Least signs of a password; length is what counts (NIST SP 800-63B, section 3.1.1). */
    public static final int LEAST_PASSWORD = 12;

    private static final int MOST_SIGNS = 200;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Passerelle passerelle;
    private final InstantSource clock;
    private final Sender sender;

    /** How a command goes out and is waited for. */
    @FunctionalInterface
    public interface Sender {
        /**
         * Sends it.
         *
         * @param by who asks, or null
         * @throws CodedException if it is refused
         */
        void send(CommandId id, @Nullable SubjectId by, Command command);
    }

    public Users(Passerelle passerelle, InstantSource clock, Sender sender) {
        this.passerelle = passerelle;
        this.clock = clock;
        this.sender = sender;
    }

    /**
     * Makes a user; nobody can sign in as her before she chose a password.
     *
     * @param by who adds her, or null for the command line
     * @param login in any case; no blanks
     * @param person whom of the people of the places she is, or null
     * @throws CodedException {@link UserReason#LOGIN_UNFIT}, {@link UserReason#LOGIN_TAKEN},
     *     {@link UserReason#PLACE_NEEDED}
     */
    public UserId add(
            @Nullable SubjectId by,
            String login,
            String name,
            Role role,
            List<PlaceId> places,
            @Nullable PersonId person) {
        UserId id = UserId.random();
        SubjectId subject = person == null ? id.subject() : person.subject();
        String known = normalised(login);
        if (known.isEmpty() || known.length() > MOST_SIGNS || known.contains(" ") || name.length() > MOST_SIGNS) {
            throw new CodedException(UserReason.LOGIN_UNFIT, Map.of());
        }
        sender.send(
                CommandId.random(),
                by,
                new AddUser(
                        id,
                        role,
                        role.isEverywhere() ? List.of() : List.copyOf(places),
                        person,
                        Personal.of(subject, name.isBlank() ? known : name.strip()),
                        Personal.of(subject, known),
                        loginHash(known),
                        clock.instant()));
        return id;
    }

    /** Gives her another role or other places. */
    public void move(@Nullable SubjectId by, UserId user, Role role, List<PlaceId> places) {
        sender.send(
                CommandId.random(),
                by,
                new MoveUser(user, role, role.isEverywhere() ? List.of() : List.copyOf(places), clock.instant()));
    }

    /** A word for a link by which she chooses a password, once and within {@link #LINK_LIFE}; told now and never again. */
    public String link(@Nullable SubjectId by, UserId user) {
        String link = secret();
        Instant now = clock.instant();
        sender.send(CommandId.random(), by, new GiveLink(user, sha256(link), now.plus(LINK_LIFE), now));
        return link;
    }

    /** Whose link it is; empty if it is spent or too old. */
    public Optional<User> ofLink(String link) {
        return holder(User.LINK, sha256(link))
                .filter(user -> user.linkUntil() != null && clock.instant().isBefore(user.linkUntil()));
    }

    /**
     * She chooses a password by her link.
     *
     * @param hash what is kept in its place
     * @throws CodedException {@link UserReason#PASSWORD_TOO_SHORT}, {@link UserReason#LINK_SPENT}
     */
    public User choose(String link, String password, UnaryOperator<String> hash) {
        if (password.codePointCount(0, password.length()) < LEAST_PASSWORD) {
            throw new CodedException(UserReason.PASSWORD_TOO_SHORT, Map.of("least", Integer.toString(LEAST_PASSWORD)));
        }
        User user = ofLink(link).orElseThrow(() -> new CodedException(UserReason.LINK_SPENT, Map.of()));
        UserId id = user.id();
        SubjectId subject = user.person() == null ? id.subject() : user.person().subject();
        sender.send(
                CommandId.random(),
                id.subject(),
                new ChoosePassword(id, sha256(link), Personal.of(subject, hash.apply(password)), clock.instant()));
        return current(id).orElseThrow();
    }

    /** A token by which a program acts for her; told now and never again, and the one before is worth nothing any more. */
    public String token(@Nullable SubjectId by, UserId user) {
        String token = secret();
        sender.send(CommandId.random(), by, new GiveToken(user, sha256(token), clock.instant()));
        return token;
    }

    /** Nobody uses the app by this account any more; a repeat changes nothing. */
    public void close(@Nullable SubjectId by, UserId user) {
        sender.send(CommandId.random(), by, new CloseUser(user, clock.instant()));
    }

    /** Whose login name it is; never one who is closed. */
    public Optional<User> ofLogin(String login) {
        return holder(User.LOGIN, loginHash(normalised(login)));
    }

    /** Whose token it is. */
    public Optional<User> ofToken(String token) {
        return holder(User.TOKEN, sha256(token));
    }

    /** As her events make her at this moment; empty if nobody has this id. */
    public Optional<User> current(UserId user) {
        return Optional.of(passerelle.states().current(User.FEATURE, user.toString()))
                .filter(found -> found.user() != null);
    }

    /** As the read model shows her, for every request of hers. */
    public Optional<User> find(UserId user) {
        return passerelle.states().find(User.FEATURE, user.toString()).filter(found -> found.user() != null);
    }

    /** All who are not closed, the oldest account first. */
    public List<User> all() {
        return passerelle.states().all(User.FEATURE).stream()
                .filter(user -> user.user() != null && !user.closed())
                .toList();
    }

    /** Her name for this request; null once she is erased. */
    public @Nullable String name(User user) {
        return opened(user.name());
    }

    /** Her login name for this request; null once she is erased. */
    public @Nullable String login(User user) {
        return opened(user.login());
    }

    /** What her password is compared with; null until she chose one, and once she is erased. */
    public @Nullable String passwordHash(User user) {
        return opened(user.password());
    }

    /** Keeps on the trail that a user did something. */
    public void note(UserId user, String what, String of, int outcome) {
        var unused =
                passerelle.send(CommandId.random(), user.subject(), new Note(user, what, of, outcome, clock.instant()));
    }

    /** What she did this month and the one before, the newest first. */
    public List<TrailEvent.Noted> trail(UserId user) {
        List<TrailEvent.Noted> notes = new ArrayList<>();
        Instant now = clock.instant();
        Instant before =
                now.atOffset(ZoneOffset.UTC).withDayOfMonth(1).minusDays(1).toInstant();
        for (Instant month : List.of(before, now)) {
            passerelle.history().of(Trail.FEATURE, Note.page(user, month)).stream()
                    .map(dated -> (TrailEvent.Noted) dated.event())
                    .forEach(note -> notes.add(0, note));
        }
        return notes;
    }

    private Optional<User> holder(String namespace, String hash) {
        return passerelle
                .states()
                .holder(namespace, hash)
                .flatMap(id -> current(UserId.parse(id)))
                .filter(user -> !user.closed());
    }

    private @Nullable String opened(@Nullable Personal<String> value) {
        return value != null && passerelle.open(value) instanceof Personal.Clear<String> clear ? clear.value() : null;
    }

    private String loginHash(String login) {
        return passerelle.keyedHash("login", login);
    }

    private static String normalised(String login) {
        return Normalizer.normalize(login.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Enough for a secret of 256 random bits; a password, which people choose, is kept by argon2. */
    private static String sha256(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
