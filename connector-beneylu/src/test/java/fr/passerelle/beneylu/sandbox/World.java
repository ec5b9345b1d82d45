package fr.passerelle.beneylu.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that the platform knows. Touched by one request at a time. */
final class World {
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    final InstantSource clock;
    final Map<Integer, School> schools = new LinkedHashMap<>();
    final Map<Integer, Room> rooms = new LinkedHashMap<>();
    final Map<String, Account> accounts = new LinkedHashMap<>();
    final Map<Integer, Article> articles = new LinkedHashMap<>();
    final Map<Integer, Word> words = new LinkedHashMap<>();
    final Map<String, AppSession> appSessions = new HashMap<>();
    final Map<String, AuthSession> authSessions = new HashMap<>();
    final Map<String, Code> codes = new HashMap<>();
    final Map<String, Grant> tokens = new HashMap<>();
    /** Paid options that the schools have, for example {@code blog_views}. */
    final Set<String> features = new LinkedHashSet<>();
    /** Whether a new title gives a new address. */
    boolean slugsFollowTitles;

    private int lastId;

    World(InstantSource clock) {
        this.clock = clock;
    }

    /** A school; a group like a class. */
    static final class School {
        final int id;
        final String name;

        @Nullable
        String uai;

        School(int id, String name, String uai) {
            this.id = id;
            this.name = name;
            this.uai = uai;
        }
    }

    /** A class, with its blog. */
    record Room(int id, School school, String label, int blog) {}

    /** What somebody must do before the application lets her in. */
    enum Demand {
        PASSWORD("/ent/utilisateur/changer-mot-de-passe"),
        EMAIL("/ent/utilisateur/adresse-email"),
        TERMS("/ent/utilisateur/conditions");

        private final String page;

        Demand(String page) {
            this.page = page;
        }

        String page() {
            return page;
        }
    }

    /** Somebody who can sign in. */
    static final class Account {
        final int id;
        final String login;
        String password;
        final String firstName;
        final String lastName;
        final String role;
        final Set<Integer> rooms = new LinkedHashSet<>();
        final Set<String> withoutRights = new LinkedHashSet<>();

        @Nullable
        Demand demand;

        boolean locked;
        boolean archived;

        Account(int id, String login, String password, String firstName, String lastName, String role) {
            this.id = id;
            this.login = login;
            this.password = password;
            this.firstName = firstName;
            this.lastName = lastName;
            this.role = role;
        }

        String fullName() {
            return firstName + " " + lastName;
        }

        boolean teaches() {
            return role.equals("TEACHER") || role.equals("DIRECTOR");
        }

        /** Whether she has a right in a class. */
        boolean may(String right, int room) {
            boolean back = right.endsWith("_BACK") || right.endsWith("_PUBLISH") || right.endsWith("_ADMINISTRATION");
            boolean signs = right.endsWith("_SIGN");
            return rooms.contains(room)
                    && !withoutRights.contains(right)
                    && (back ? teaches() : !signs || role.equals("PARENT"));
        }
    }

    /** An article. */
    static final class Article {
        final int id;
        final int author;
        final Set<Integer> blogs = new LinkedHashSet<>();
        String slug;
        String title = "";
        String content = "";
        String status = "DRAFT";

        @Nullable
        Instant publishedAt;

        boolean comments = true;
        boolean pinned;
        int views;

        Article(int id, int author, String slug) {
            this.id = id;
            this.author = author;
            this.slug = slug;
        }

        boolean visible(Instant now) {
            return status.equals("PUBLISHED") && publishedAt != null && !publishedAt.isAfter(now);
        }
    }

    /** A word in a liaison book. */
    static final class Word {
        final int id;
        final int room;
        final int author;
        String slug;
        String title = "";
        String content = "";
        LocalDate date = LocalDate.EPOCH;
        LocalDate publication = LocalDate.EPOCH;
        final Set<Integer> addressed = new LinkedHashSet<>();
        final Set<Integer> signers = new LinkedHashSet<>();

        Word(int id, int room, int author, String slug) {
            this.id = id;
            this.room = room;
            this.author = author;
            this.slug = slug;
        }
    }

    /** A session of the application; it stands in a group once it was prepared. */
    static final class AppSession {
        final String id;
        final String csrf;

        @Nullable
        Account account;

        @Nullable
        Integer current;

        AppSession(String id, String csrf) {
            this.id = id;
            this.csrf = csrf;
        }
    }

    /** A session of the directory. */
    static final class AuthSession {
        final String id;
        final String csrf;

        @Nullable
        Account account;

        AuthSession(String id, String csrf) {
            this.id = id;
            this.csrf = csrf;
        }
    }

    /** A one-time code. */
    record Code(String client, String redirectUri, String scope, Account account) {}

    /** An access token. */
    record Grant(Account account, String scope, Instant until) {}

    int newId() {
        lastId += 1;
        return lastId;
    }

    String newSecret(String what) {
        return what + "-" + Integer.toHexString(Objects.hash(what, newId(), lastId * 31)) + lastId;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZONE);
    }

    Room room(int id) {
        return Objects.requireNonNull(rooms.get(id));
    }

    Room roomOfBlog(int blog) {
        return rooms.values().stream()
                .filter(room -> room.blog() == blog)
                .findFirst()
                .orElseThrow();
    }

    Account account(int id) {
        return accounts.values().stream()
                .filter(one -> one.id == id)
                .findFirst()
                .orElseThrow();
    }

    Optional<Article> article(String slug) {
        return articles.values().stream().filter(one -> one.slug.equals(slug)).findFirst();
    }

    Optional<Word> word(String slug) {
        return words.values().stream().filter(one -> one.slug.equals(slug)).findFirst();
    }

    /** Who signs a word: the class's parents, or those whose child it is for. */
    List<Account> expectedToSign(Word word) {
        return accounts.values().stream()
                .filter(one -> one.may("LIAISONBOOK_ACCESS_SIGN", word.room))
                .toList();
    }

    /** The articles of a class's blog, pinned first, then the newest. */
    List<Article> blogOf(Room room) {
        List<Article> articles = new ArrayList<>(this.articles.values().stream()
                .filter(one -> one.blogs.contains(room.blog()))
                .filter(one -> one.visible(clock.instant()))
                .toList());
        articles.sort((a, b) -> a.pinned != b.pinned
                ? Boolean.compare(b.pinned, a.pinned)
                : Objects.requireNonNull(b.publishedAt).equals(a.publishedAt)
                        ? Integer.compare(b.id, a.id)
                        : Objects.requireNonNull(b.publishedAt).compareTo(Objects.requireNonNull(a.publishedAt)));
        return articles;
    }
}
