package fr.passerelle.beneylu.sandbox;

import fr.passerelle.beneylu.sandbox.World.Account;
import fr.passerelle.beneylu.sandbox.World.Room;
import fr.passerelle.beneylu.sandbox.World.School;
import fr.passerelle.ent.sandbox.OperatorAccount;
import fr.passerelle.ent.sandbox.SchoolSeed;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the stand-in holds when it starts: schools with their classes, a service account that teaches in all of them, and a
 * few people of the first school's last class. All invented.
 */
record Seed(List<SchoolSeed> schools) {
    static final String SERVICE = "service.passerelle";
    static final String PASSWORD = "bac-a-sable";

    private record Person(String login, String firstName, String lastName, String role) {}

    private static final List<Person> PEOPLE = List.of(
            new Person("claire.martin", "Claire", "MARTIN", "TEACHER"),
            new Person("sophie.petit", "Sophie", "PETIT", "PARENT"),
            new Person("karim.petit", "Karim", "PETIT", "PARENT"),
            new Person("ines.moreau", "Inès", "MOREAU", "PARENT"),
            new Person("lea.petit", "Léa", "PETIT", "PUPIL"));

    Seed {
        schools = List.copyOf(schools);
    }

    World build(InstantSource clock) {
        World world = new World(clock);
        Account service = new Account(world.newId(), SERVICE, PASSWORD, "Service", "PASSERELLE", "TEACHER");
        world.accounts.put(service.login, service);
        int last = 0;
        for (SchoolSeed seed : schools) {
            School school = new School(world.newId(), seed.name(), seed.uai());
            world.schools.put(school.id, school);
            for (String label : seed.classes()) {
                Room room = new Room(world.newId(), school, label, world.newId());
                world.rooms.put(room.id(), room);
                service.rooms.add(room.id());
                last = school == world.schools.values().iterator().next() ? room.id() : last;
            }
        }
        for (Person person : PEOPLE) {
            Account account = new Account(
                    world.newId(), person.login(), PASSWORD, person.firstName(), person.lastName(), person.role());
            account.rooms.add(last);
            world.accounts.put(account.login, account);
        }
        return world;
    }

    OperatorAccount operator(String profile, URI auth) {
        Map<String, String> credentials = new LinkedHashMap<>();
        switch (profile) {
            case "beneylu-v3" -> {
                credentials.put("username", SERVICE);
                credentials.put("password", PASSWORD);
            }
            case "beneylu-partner" -> {
                credentials.put("client-id", PartnerRoutes.CLIENT);
                credentials.put("client-secret", PartnerRoutes.SECRET);
                credentials.put("redirect-uri", PartnerRoutes.REDIRECT_URI);
                credentials.put("scope", PartnerRoutes.SCOPE);
            }
            default -> throw new IllegalArgumentException("Beneylu School speaks beneylu-v3 and beneylu-partner.");
        }
        return new OperatorAccount(
                "Beneylu School",
                "beneylu",
                profile,
                Map.of("auth", auth),
                schools.stream().map(SchoolSeed::uai).toList(),
                credentials);
    }

    static List<OperatorAccount.Login> logins() {
        List<OperatorAccount.Login> logins = new java.util.ArrayList<>();
        logins.add(new OperatorAccount.Login("TEACHER", SERVICE, PASSWORD));
        PEOPLE.forEach(person -> logins.add(new OperatorAccount.Login(person.role(), person.login(), PASSWORD)));
        return List.copyOf(logins);
    }
}
