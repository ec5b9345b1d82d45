package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.OperatorAccount;
import fr.passerelle.ent.sandbox.OperatorAccount.Login;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.one.sandbox.World.Application;
import fr.passerelle.one.sandbox.World.Room;
import fr.passerelle.one.sandbox.World.School;
import fr.passerelle.one.sandbox.World.User;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the stand-in holds when it starts: schools with their classes, three applications and a few people. All invented.
 */
public final class Seed {
    /** The workflow rights of somebody who uses blogs. */
    static final Set<String> BLOG_RIGHTS = Set.of(
            "org.entcore.blog.controllers.BlogController|create",
            "org.entcore.blog.controllers.BlogController|list",
            "org.entcore.blog.controllers.BlogController|publish");

    /** The workflow rights of somebody who reads news. */
    static final Set<String> NEWS_READING = Set.of(News.LISTS_THREADS, News.LISTS_INFOS);

    static final String CLIENT_ID = "passerelle";
    static final String CLIENT_SECRET = "bac-a-sable-secret";
    static final String AUTHORS_ID = "passerelle-enseignants";
    static final String AUTHORS_SECRET = "bac-a-sable-secret-enseignants";
    static final String OWN_ID = "passerelle-serveur";
    static final String OWN_SECRET = "bac-a-sable-secret-serveur";
    static final String PASSWORD = "bac-a-sable";

    private final List<SchoolSeed> schools = new ArrayList<>();
    private final List<PersonSeed> people = new ArrayList<>();
    private String clientId = CLIENT_ID;
    private String clientSecret = CLIENT_SECRET;
    private String ownId = OWN_ID;
    private String ownSecret = OWN_SECRET;
    private Set<String> scope = Set.of(
            "userinfo", "auth", "directory", "blog", "conversation", "actualites", "audience", "timeline", "workspace");
    private String platform = "ONE";
    private String connector = "one";
    private String profile = "entcore";
    private boolean transforms = true;

    private record PersonSeed(
            String login,
            String password,
            String firstName,
            String lastName,
            String profile,
            Consumer<Placing> placing) {}

    private Seed() {}

    /** Nothing yet. */
    public static Seed empty() {
        return new Seed();
    }

    /** The three pilot schools with the classes of {@code sample onde}. */
    public static Seed pilot() {
        return of(SchoolSeed.pilot());
    }

    /** The pilot without one of its schools. */
    public static Seed pilotWithout(String uai) {
        return of(SchoolSeed.pilot().stream()
                .filter(school -> !school.uai().equals(uai))
                .toList());
    }

    /** Some schools, with the same people as the pilot. */
    public static Seed of(List<SchoolSeed> schools) {
        Seed seed = empty();
        seed.schools.addAll(schools);
        return seed.servicePeople();
    }

    public Seed school(String uai, String name, String... classes) {
        schools.add(new SchoolSeed(uai, name, List.of(classes)));
        return this;
    }

    /** The application that service accounts sign in with; that of teachers has the same scope. */
    public Seed application(String id, String secret, String... words) {
        clientId = id;
        clientSecret = secret;
        scope = Set.of(words);
        return this;
    }

    /** The application that stands for nobody, with the same scope. */
    Seed ownApplication(String id, String secret) {
        ownId = id;
        ownSecret = secret;
        return this;
    }

    /**
     * Presents itself as another platform with the same protocol.
     *
     * @param name the platform's own name, as its banner and the operator's account show it
     */
    public Seed presentedAs(String name, String connectorId, String profileName) {
        platform = name;
        connector = connectorId;
        profile = profileName;
        return this;
    }

    String platform() {
        return platform;
    }

    /** Rich text is kept as it is sent, as on a platform without the transformer. */
    public Seed withoutTransformer() {
        transforms = false;
        return this;
    }

    Seed person(
            String login,
            String password,
            String firstName,
            String lastName,
            String profile,
            Consumer<Placing> placing) {
        people.add(new PersonSeed(login, password, firstName, lastName, profile, placing));
        return this;
    }

    /** One service account that administers every school, a teacher and a parent of the first one's last class. */
    private Seed servicePeople() {
        SchoolSeed first = schools.get(0);
        String last = first.classes().get(first.classes().size() - 1);
        return person("service.passerelle", PASSWORD, "Service", "PASSERELLE", "Personnel", placing -> {
                    schools.forEach(school -> placing.administers(school.uai()));
                    placing.blogs().news().documents();
                })
                .person(
                        "claire.martin",
                        PASSWORD,
                        "Claire",
                        "MARTIN",
                        "Teacher",
                        placing -> placing.inClass(first.uai(), last)
                                .blogs()
                                .news()
                                .documents())
                .person(
                        "sophie.petit",
                        PASSWORD,
                        "Sophie",
                        "PETIT",
                        "Relative",
                        placing -> placing.inClass(first.uai(), last).readsNews());
    }

    /** Where a person belongs. */
    static final class Placing {
        private final World world;
        private final User user;

        private Placing(World world, User user) {
            this.world = world;
            this.user = user;
        }

        Placing inClass(String uai, String name) {
            School school = school(uai);
            Room room = world.classesOf(school.id()).stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            user.structures.add(school.id());
            user.rooms.add(room.id());
            return this;
        }

        Placing administers(String uai) {
            user.structures.add(school(uai).id());
            user.administers.add(school(uai).id());
            return this;
        }

        Placing blogs() {
            user.rights.addAll(BLOG_RIGHTS);
            return this;
        }

        /** Reads news, and makes threads of news. */
        Placing news() {
            user.rights.add(News.MAKES_THREADS);
            return readsNews();
        }

        /** Keeps documents. */
        Placing documents() {
            user.rights.addAll(Workspace.RIGHTS);
            return this;
        }

        Placing readsNews() {
            user.rights.addAll(NEWS_READING);
            return this;
        }

        private School school(String uai) {
            return world.schools.values().stream()
                    .filter(one -> one.uai().equals(uai))
                    .findFirst()
                    .orElseThrow();
        }
    }

    World build(InstantSource clock) {
        World world = new World(clock, transforms);
        for (SchoolSeed seed : schools) {
            School school = world.addSchool(seed.uai(), seed.name());
            seed.classes().forEach(name -> world.addClass(school, name));
        }
        world.applications.put(
                clientId, new Application(clientId, clientSecret, "password", new LinkedHashSet<>(scope)));
        world.applications.put(
                AUTHORS_ID,
                new Application(AUTHORS_ID, AUTHORS_SECRET, "authorization_code", new LinkedHashSet<>(scope)));
        world.applications.put(
                ownId, new Application(ownId, ownSecret, "client_credentials", new LinkedHashSet<>(scope)));
        for (PersonSeed seed : people) {
            User user = new User(
                    World.uuid("user " + seed.login()),
                    seed.login(),
                    seed.password(),
                    seed.firstName(),
                    seed.lastName(),
                    seed.profile());
            world.users.put(user.id, user);
            seed.placing().accept(new Placing(world, user));
        }
        return world;
    }

    /** What connects to it: the first person. */
    public OperatorAccount operator() {
        PersonSeed service = people.get(0);
        Map<String, String> credentials = new LinkedHashMap<>();
        credentials.put("client-id", clientId);
        credentials.put("client-secret", clientSecret);
        credentials.put("username", service.login());
        credentials.put("password", service.password());
        credentials.put("author-client-id", AUTHORS_ID);
        credentials.put("author-client-secret", AUTHORS_SECRET);
        return new OperatorAccount(
                platform,
                connector,
                profile,
                Map.of(),
                schools.stream().map(SchoolSeed::uai).toList(),
                credentials);
    }

    public List<Login> logins() {
        return people.stream()
                .map(person -> new Login(person.profile(), person.login(), person.password()))
                .toList();
    }
}
