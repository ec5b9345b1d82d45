package fr.passerelle.lilie;

import fr.passerelle.ent.model.Uai;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom a class is, since no web service of Lilie says so: the external ids that the town was given, by school and class.
 * Pure.
 *
 * @param schoolIds a school's external id, by its UAI
 * @param peopleIds the people of each class, by the class
 */
record AddressBook(Map<String, String> schoolIds, Map<SchoolClass, List<String>> peopleIds) {
    /** An external id of Lilie. */
    static final Pattern ID = Pattern.compile("[A-Za-z0-9$._-]{1,64}");

    AddressBook {
        schoolIds = Map.copyOf(schoolIds);
        peopleIds = Map.copyOf(peopleIds);
    }

    /** A class in a school; its name but for case and blanks. */
    record SchoolClass(String uai, String name) {
        static SchoolClass of(String uai, String name) {
            return new SchoolClass(
                    uai,
                    Normalizer.normalize(name, Normalizer.Form.NFC)
                            .strip()
                            .replaceAll("\\s+", " ")
                            .toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Whom a notification goes to.
     *
     * @param school the school's external id
     * @param people the external ids of the people of the class, each once
     */
    record Addressees(String school, List<String> people) {
        @Override
        public String toString() {
            return "Addressees[" + people.size() + "]";
        }
    }

    /** A text that is no address book; the message names the line and nobody. */
    static final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        /** Which setting is wrong. */
        private final String setting;

        private Unreadable(String setting, int line, String why) {
            super("line " + line + " " + why);
            this.setting = setting;
        }

        String setting() {
            return setting;
        }
    }

    /**
     * Reads the two settings: entries of fields separated by semicolons, one on each line or separated by {@code |}. A
     * heading that begins with {@code UAI} and empty lines are passed over.
     *
     * @param schools entries {@code UAI;id}
     * @param recipients entries {@code UAI;class;id}, or several ids separated by commas
     * @throws Unreadable if an entry is none
     */
    static AddressBook read(String schools, String recipients) {
        Map<String, String> schoolIds = new HashMap<>();
        for (Entry entry : Entry.of("schools", 2, "UAI;id", schools)) {
            if (schoolIds.put(entry.uai(), entry.id(entry.fields.get(1))) != null) {
                throw entry.wrong("names a school that an earlier line named");
            }
        }
        Map<SchoolClass, Set<String>> people = new HashMap<>();
        for (Entry entry : Entry.of("recipients", 3, "UAI;class;id or UAI;class;id,id", recipients)) {
            if (!schoolIds.containsKey(entry.uai())) {
                throw entry.wrong("names a school that is not in the setting schools");
            }
            Set<String> ofClass = people.computeIfAbsent(
                    SchoolClass.of(entry.uai(), entry.className()), one -> new LinkedHashSet<>());
            for (String id : entry.fields.get(2).split(",", -1)) {
                ofClass.add(entry.id(id.strip()));
            }
        }
        Map<SchoolClass, List<String>> peopleIds = new HashMap<>();
        people.forEach((schoolClass, ids) -> peopleIds.put(schoolClass, List.copyOf(ids)));
        return new AddressBook(schoolIds, peopleIds);
    }

    private record Entry(String setting, int line, String form, List<String> fields) {

        static List<Entry> of(String setting, int width, String form, String text) {
            List<Entry> entries = new ArrayList<>();
            int line = 0;
            // A spreadsheet may begin the file with a byte order mark.
            for (String written : text.replace("\uFEFF", "").split("\\R|\\|", -1)) {
                line++;
                List<String> fields = new ArrayList<>();
                for (String field : written.split(";", -1)) {
                    fields.add(field.strip());
                }
                boolean heading = fields.get(0).equalsIgnoreCase("UAI");
                if (written.isBlank() || heading) {
                    continue;
                }
                Entry entry = new Entry(setting, line, form, fields);
                if (fields.size() != width) {
                    throw entry.wrong("must read " + form);
                }
                entries.add(entry);
            }
            return entries;
        }

        String uai() {
            try {
                return Uai.parse(fields.get(0)).value();
            } catch (Uai.InvalidUai invalid) {
                throw wrong("must begin with a school's UAI");
            }
        }

        String className() {
            if (fields.get(1).isEmpty()) {
                throw wrong("must read " + form);
            }
            return fields.get(1);
        }

        String id(String id) {
            if (!ID.matcher(id).matches()) {
                throw wrong("must read " + form + ", each id of 1 to 64 letters, digits, dots, hyphens or dollars");
            }
            return id;
        }

        Unreadable wrong(String why) {
            return new Unreadable(setting, line, why);
        }
    }

    boolean knows(String uai) {
        return schoolIds.containsKey(uai);
    }

    /** Empty for a class that nobody is named for. */
    Optional<Addressees> of(String uai, String className) {
        return Optional.ofNullable(peopleIds.get(SchoolClass.of(uai, className)))
                .map(people -> new Addressees(schoolIds.getOrDefault(uai, ""), people));
    }

    int schools() {
        return schoolIds.size();
    }

    int classes() {
        return peopleIds.size();
    }

    /** Each person once, whatever the classes she is named for. */
    int people() {
        Set<String> all = new HashSet<>();
        peopleIds.values().forEach(all::addAll);
        return all.size();
    }

    @Override
    public String toString() {
        return "AddressBook[" + schools() + " schools, " + classes() + " classes]";
    }
}
