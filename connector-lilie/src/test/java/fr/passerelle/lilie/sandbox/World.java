package fr.passerelle.lilie.sandbox;

import fr.passerelle.ent.sandbox.SchoolSeed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All state of the stand-in; everybody in it is invented. Used under one lock only. */
final class World {
    private static final int PEOPLE_OF_A_CLASS = 3;

    final InstantSource clock;
    final Map<Long, School> schools = new LinkedHashMap<>();
    final Map<Long, Structure> structures = new LinkedHashMap<>();
    final Map<String, Person> people = new LinkedHashMap<>();
    final Map<Long, Cahier> cahiers = new LinkedHashMap<>();
    final Map<Long, Evaluation> evaluations = new LinkedHashMap<>();
    final List<Notification> notifications = new ArrayList<>();
    private long made;

    private World(InstantSource clock) {
        this.clock = clock;
    }

    record School(long id, String externalId, String uai, String name) {}

    /** A class as Eliot calls it, a teaching structure. */
    record Structure(long id, School school, String name) {}

    /** Somebody of a class, or of none: the technical account's holder. */
    record Person(long id, String externalId, Optional<Structure> structure) {}

    record Chapitre(long id, String name, List<Chapitre> below) {}

    /** A class's lesson book. */
    record Cahier(
            long id,
            Structure structure,
            String name,
            Instant created,
            List<Chapitre> chapitres,
            List<Activity> activities) {}

    record Activity(
            long id,
            long chapitre,
            String title,
            String from,
            String until,
            String context,
            String description,
            String url) {}

    record Evaluation(long id, Structure structure, String title, String date, double most, Map<Long, String> marks) {}

    record Notification(
            long id,
            School school,
            Person requester,
            String title,
            String text,
            Set<Person> recipients,
            Set<String> supports,
            TechnicalAccount.Form authorization,
            Instant at) {}

    static World of(List<SchoolSeed> seeds, InstantSource clock) {
        World world = new World(clock);
        world.addPerson("900000", Optional.empty());
        for (SchoolSeed seed : seeds) {
            int number = world.schools.size() + 1;
            School school = new School(number, "8%04d".formatted(number), seed.uai(), seed.name());
            world.schools.put(school.id(), school);
            for (int i = 0; i < seed.classes().size(); i++) {
                world.addClass(school, seed.classes().get(i), "9%02d%02d".formatted(number, i + 1));
            }
        }
        return world;
    }

    private void addClass(School school, String name, String prefix) {
        Structure structure = new Structure(newId(), school, name);
        structures.put(structure.id(), structure);
        for (int i = 1; i <= PEOPLE_OF_A_CLASS; i++) {
            addPerson(prefix + i, Optional.of(structure));
        }
        Chapitre inside = new Chapitre(newId(), "Lecture", List.of());
        Chapitre chapter = new Chapitre(newId(), "Français", List.of(inside));
        long id = newId();
        cahiers.put(
                id,
                new Cahier(id, structure, "Cahier de " + name, clock.instant(), List.of(chapter), new ArrayList<>()));
    }

    private void addPerson(String externalId, Optional<Structure> structure) {
        people.put(externalId, new Person(newId(), externalId, structure));
    }

    /** An id that this world has not given before. */
    long newId() {
        return 1_000 + ++made;
    }

    Person requester() {
        return people.values().iterator().next();
    }

    Optional<School> schoolByExternalId(String externalId) {
        return schools.values().stream()
                .filter(school -> school.externalId().equals(externalId))
                .findFirst();
    }

    List<Structure> classesOf(School school) {
        return structures.values().stream()
                .filter(structure -> structure.school().equals(school))
                .toList();
    }

    List<Person> peopleOf(Structure structure) {
        return people.values().stream()
                .filter(person -> person.structure().equals(Optional.of(structure)))
                .toList();
    }

    /** Those that there are among some external ids. */
    Set<Person> known(List<String> externalIds) {
        Set<Person> known = new LinkedHashSet<>();
        for (String id : externalIds) {
            Optional.ofNullable(people.get(id)).ifPresent(known::add);
        }
        return known;
    }
}
