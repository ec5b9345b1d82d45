package fr.passerelle.one.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All state of the stand-in. Used under one lock only. */
final class World {
    static final List<String> PROFILES = List.of("Guest", "Personnel", "Relative", "Student", "Teacher");
    private static final Map<String, String> FRENCH =
            Map.of("Personnel", "Personnels", "Relative", "Parents", "Student", "Élèves", "Teacher", "Enseignants");

    final InstantSource clock;
    final boolean transforms;
    final Map<String, School> schools = new LinkedHashMap<>();
    final Map<String, Room> classes = new LinkedHashMap<>();
    final Map<String, Group> groups = new LinkedHashMap<>();
    final Map<String, User> users = new LinkedHashMap<>();
    final Map<String, Application> applications = new LinkedHashMap<>();
    final Map<String, Grant> tokens = new HashMap<>();
    final Map<String, Grant> refreshTokens = new HashMap<>();
    /** What people agreed to, until an application fetches it. */
    final Map<String, Agreement> agreements = new HashMap<>();

    final Map<String, CookieSession> sessions = new HashMap<>();
    final Map<String, Failures> failures = new HashMap<>();
    final Map<String, Blog> blogs = new LinkedHashMap<>();
    final Map<String, Post> posts = new LinkedHashMap<>();
    final Map<String, Message> messages = new LinkedHashMap<>();
    final News news = new News();
    final Audience audience = new Audience();
    final Workspace workspace = new Workspace();
    /** The largest file that may be attached. */
    int mostBytes = 100 << 20;
    /** Groups that nobody sees: sharing with them is dropped. */
    final Set<String> hiddenGroups = new LinkedHashSet<>();

    private int numbers = 600;
    private long made;

    World(InstantSource clock, boolean transforms) {
        this.clock = clock;
        this.transforms = transforms;
    }

    record School(String id, String externalId, String name, String uai) {}

    /** A class; {@code Class} is Java's word. */
    record Room(String id, String school, String name) {}

    /**
     * A group that ONE keeps by itself.
     *
     * @param filter profile of its members; {@code AdminLocal} for the local administrators
     * @param room null for a group of the whole school
     */
    record Group(
            String id,
            String name,
            String filter,
            String school,
            @Nullable String room) {

        /** As ONE labels it. */
        String kind() {
            return filter.equals("AdminLocal") ? "FunctionGroup" : "ProfileGroup";
        }

        /** The name in French, where it was seen; the plain one otherwise. */
        String inFrench() {
            String people = FRENCH.get(filter);
            return people == null ? name : people + " du groupe " + name.substring(0, name.lastIndexOf('-')) + ".";
        }
    }

    record Application(String clientId, String secret, String grantType, Set<String> scope) {}

    /** @param user empty where an application stands for nobody */
    record Grant(String token, String user, String clientId, Set<String> scope, Instant until) {}

    /** @param redirect where the code went, which the application must know */
    record Agreement(String user, String clientId, Set<String> scope, String redirect, Instant until) {}

    /** @param until when it ends unless it is used */
    record CookieSession(String user, String csrf, Instant until) {}

    record Failures(int count, Instant bannedUntil) {}

    static final class User {
        final String id;
        final String login;
        final String password;
        final String firstName;
        final String lastName;
        final String profile;
        final Set<String> rooms = new LinkedHashSet<>();
        final Set<String> structures = new LinkedHashSet<>();
        /** The structures that this user administers. */
        final Set<String> administers = new LinkedHashSet<>();

        final Set<String> rights = new LinkedHashSet<>();
        boolean blocked;
        /** The password is the activation code: nobody has signed in yet. */
        boolean activated = true;
        /** Where every call is sent instead, for example {@code /auth/revalidate-terms}, or null. */
        @Nullable
        String interruptedBy;

        User(String id, String login, String password, String firstName, String lastName, String profile) {
            this.id = id;
            this.login = login;
            this.password = password;
            this.firstName = firstName;
            this.lastName = lastName;
            this.profile = profile;
        }

        String displayName() {
            return lastName + " " + firstName;
        }
    }

    /** Something that its author opens to others, each with some actions. */
    abstract static class Shared {
        final User author;
        final Map<String, Set<String>> userShares = new LinkedHashMap<>();
        final Map<String, Set<String>> groupShares = new LinkedHashMap<>();

        Shared(User author) {
            this.author = author;
        }
    }

    static final class Blog extends Shared {
        final String id;
        String title;
        String description;
        String thumbnail;
        boolean allowReplies;
        String commentType;
        String publishType;
        String visibility = "OWNER";
        final Instant created;
        Instant modified;

        Blog(
                String id,
                User author,
                String title,
                String description,
                String thumbnail,
                boolean allowReplies,
                String commentType,
                String publishType,
                Instant created) {
            super(author);
            this.id = id;
            this.title = title;
            this.description = description;
            this.thumbnail = thumbnail;
            this.allowReplies = allowReplies;
            this.commentType = commentType;
            this.publishType = publishType;
            this.created = created;
            this.modified = created;
        }
    }

    static final class Post {
        final String id;
        final String blog;
        final User author;
        final Instant created;
        String title;
        String content;
        String state = "DRAFT";
        Instant modified;
        Instant sorted;

        @Nullable
        Instant firstPublished;

        int views;
        final List<Comment> comments = new ArrayList<>();

        Post(String id, String blog, User author, String title, String content, Instant created) {
            this.id = id;
            this.blog = blog;
            this.author = author;
            this.title = title;
            this.content = content;
            this.created = created;
            this.modified = created;
            this.sorted = created;
        }
    }

    /** A message; it lies in its author's outbox and in the inbox of each who got it. */
    static final class Message {
        final String id;
        final User author;
        List<String> to;

        /** Null where it was not named. */
        @Nullable
        List<String> cc;

        /** Null where it was not named. */
        @Nullable
        List<String> cci;

        /** The message that it answers. */
        @Nullable
        String parent;

        /** Nobody may answer it. */
        boolean noReply;

        String subject;
        String body;
        String state = "DRAFT";
        Instant date;
        final List<Attached> attachments = new ArrayList<>();
        /** Users who got it. */
        final Set<String> inboxes = new LinkedHashSet<>();

        final Set<String> readBy = new LinkedHashSet<>();
        final Set<String> trashedBy = new LinkedHashSet<>();
        final Set<String> deletedBy = new LinkedHashSet<>();

        Message(String id, User author, Instant date) {
            this.id = id;
            this.author = author;
            this.date = date;
            this.to = List.of();
            this.subject = "";
            this.body = "";
        }

        boolean isThereFor(User user) {
            boolean hers = author == user || (!state.equals("DRAFT") && inboxes.contains(user.id));
            return hers && !deletedBy.contains(user.id);
        }
    }

    record Attached(String id, String fileName, String contentType, byte[] bytes) {}

    record Comment(String id, User author, String text, Instant created) {}

    static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** An id that this world has not given before. */
    String newId(String kind) {
        return uuid(kind + " " + ++made);
    }

    School addSchool(String uai, String name) {
        School school = new School(uuid("school " + uai), uuid("external " + uai), name, uai);
        schools.put(school.id(), school);
        PROFILES.forEach(profile -> addGroup(name + "-" + profile, profile, school, null));
        addGroup(name + "-AdminLocal", "AdminLocal", school, null);
        return school;
    }

    Room addClass(School school, String name) {
        Room room = new Room(uuid("class " + school.uai() + " " + name), school.id(), name);
        classes.put(room.id(), room);
        PROFILES.forEach(profile -> addGroup(name + "-" + profile, profile, school, room));
        return room;
    }

    private void addGroup(String name, String filter, School school, @Nullable Room room) {
        // The number is ONE's own node id, the rest its creation in milliseconds: opaque to everybody.
        String id = numbers++ + "-1795468603564";
        groups.put(id, new Group(id, name, filter, school.id(), room == null ? null : room.id()));
    }

    /** The school's name in a list of whom one sees: ONE tells it for groups of classes only. */
    @Nullable
    String schoolOf(Group group) {
        return group.room() == null
                ? null
                : Objects.requireNonNull(schools.get(group.school())).name();
    }

    Optional<User> byLogin(String login) {
        return users.values().stream().filter(user -> user.login.equals(login)).findFirst();
    }

    Group group(String school, @Nullable String room, String filter) {
        return groups.values().stream()
                .filter(group -> group.school().equals(school)
                        && Objects.equals(group.room(), room)
                        && group.filter().equals(filter))
                .findFirst()
                .orElseThrow();
    }

    Collection<Room> classesOf(String school) {
        return classes.values().stream()
                .filter(room -> room.school().equals(school))
                .toList();
    }

    Set<String> groupsOf(User user) {
        Set<String> mine = new LinkedHashSet<>();
        for (Group group : groups.values()) {
            boolean profile = group.filter().equals(user.profile)
                    && (group.room() == null
                            ? user.structures.contains(group.school())
                            : user.rooms.contains(group.room()));
            if (profile || (group.filter().equals("AdminLocal") && user.administers.contains(group.school()))) {
                mine.add(group.id());
            }
        }
        return mine;
    }

    /**
     * Whom a user may write to and share with, by the default rules: staff the whole school, families their own classes,
     * and pupils no parents. Guests are seen by nobody.
     */
    boolean sees(User user, Group group) {
        if (hiddenGroups.contains(group.id()) || group.filter().equals("Guest")) {
            return false;
        }
        if (user.administers.contains(group.school())) {
            return true;
        }
        return switch (user.profile) {
            case "Teacher", "Personnel" -> user.structures.contains(group.school());
            case "Student" ->
                user.rooms.contains(group.room()) && !group.filter().equals("Relative");
            default -> user.rooms.contains(group.room());
        };
    }

    boolean sees(User user, User other) {
        return groupsOf(other).stream().map(groups::get).anyMatch(group -> group != null && sees(user, group));
    }

    /** Whether something's shares, or being its author, grant an action. */
    boolean may(User user, Shared shared, String action) {
        return shared.author == user || isGranted(user, shared, action);
    }

    /** Whether something's shares grant an action. */
    boolean isGranted(User user, Shared shared, String action) {
        Set<String> mine = groupsOf(user);
        return shared.userShares.getOrDefault(user.id, Set.of()).contains(action)
                || shared.groupShares.entrySet().stream()
                        .anyMatch(share -> mine.contains(share.getKey())
                                && share.getValue().contains(action));
    }
}
