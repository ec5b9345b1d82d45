package fr.passerelle.one;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.model.Coded;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.one.wire.Blog;
import fr.passerelle.one.wire.ClassEntry;
import fr.passerelle.one.wire.Group;
import fr.passerelle.one.wire.Share;
import fr.passerelle.one.wire.Structure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which class, groups and blog of ONE an item means. Pure; throws {@link StepEnds} where the audience would not fit. */
final class OneMapping {
    /** Reading a blog's posts; who has it sees what we publish there. */
    static final String MAY_LIST = "org-entcore-blog-controllers-PostController|list";
    /** Writing posts. */
    static final String MAY_CREATE = "org-entcore-blog-controllers-PostController|create";
    /** Publishing posts without anybody's agreement. */
    static final String MAY_PUBLISH = "org-entcore-blog-controllers-PostController|publish";

    private static final String FAMILIES = "Relative";
    private static final String TEACHERS = "Teacher";
    private static final String STAFF = "Personnel";
    /** Whom a class's blog is opened to; its guests and other staff are left to the school. */
    private static final Set<String> READERS = Set.of(FAMILIES, "Student", TEACHERS);

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private OneMapping() {}

    static Fault rejected(Coded reason) {
        return new Fault.Rejected(reason, Map.of());
    }

    private static StepEnds refused(OneReason reason, Destination destination) {
        return StepEnds.refused(new Fault.Rejected(
                reason,
                Map.of("class", destination.name(), "place", destination.place().toString())));
    }

    /** The one structure that the place's UAI names. */
    static String structure(List<Structure> structures, Destination destination) {
        List<Structure> same = structures.stream()
                .filter(structure -> destination.place().toString().equalsIgnoreCase(structure.uai()))
                .toList();
        if (same.size() != 1) {
            throw refused(OneReason.SCHOOL_UNKNOWN, destination);
        }
        return same.get(0).id();
    }

    /** The one class of that name: as written, or else but for case, accents, blanks and punctuation. */
    static String schoolClass(List<ClassEntry> classes, Destination destination) {
        List<ClassEntry> same = named(
                classes, entry -> entry.name().strip().equals(destination.name().strip()));
        if (same.isEmpty()) {
            same = named(classes, entry -> plain(entry.name()).equals(plain(destination.name())));
        }
        if (same.size() != 1) {
            throw refused(same.isEmpty() ? OneReason.CLASS_UNKNOWN : OneReason.CLASS_AMBIGUOUS, destination);
        }
        return same.get(0).id();
    }

    private static List<ClassEntry> named(List<ClassEntry> classes, Predicate<ClassEntry> like) {
        return classes.stream().filter(like).toList();
    }

    /** A class's name without what people write differently: {@code CM1-CM2} and {@code cm1 / cm2} are the same. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The groups of one class. */
    record Groups(Set<String> families, Set<String> readers, Set<String> all) {
        Groups {
            families = Set.copyOf(families);
            readers = Set.copyOf(readers);
            all = Set.copyOf(all);
        }

        /** As a handle of progress: readers, with families first and marked. */
        String handle() {
            return families.stream().sorted().map(id -> "f." + id).collect(Collectors.joining(","))
                    + others(readers, families, ",r.")
                    + others(all, readers, ",o.");
        }

        private static String others(Set<String> ids, Set<String> without, String prefix) {
            return new TreeSet<>(ids)
                    .stream()
                            .filter(id -> !without.contains(id))
                            .map(id -> prefix + id)
                            .collect(Collectors.joining());
        }

        static Groups of(String handle) {
            Set<String> families = new TreeSet<>();
            Set<String> readers = new TreeSet<>();
            Set<String> all = new TreeSet<>();
            for (String part : handle.split(",", -1)) {
                String id = part.substring(2);
                all.add(id);
                if (!part.startsWith("o.")) {
                    readers.add(id);
                }
                if (part.startsWith("f.")) {
                    families.add(id);
                }
            }
            return new Groups(families, readers, all);
        }
    }

    /** The groups that ONE itself keeps for a class. */
    static Groups groups(List<Group> groups, String classId, Destination destination) {
        List<Group> ours = groups.stream().filter(group -> group.isOf(classId)).toList();
        Set<String> families = ids(ours, group -> FAMILIES.equals(group.filter()));
        if (families.isEmpty()) {
            throw refused(OneReason.FAMILIES_MISSING, destination);
        }
        return new Groups(
                families,
                ids(ours, group -> group.filter() != null && READERS.contains(group.filter())),
                ids(ours, group -> true));
    }

    /** Whom a message to a class goes to: its families, and its teachers so that they see what families see. */
    static List<String> familiesAndTeachers(List<Group> groups, String classId, Destination destination) {
        List<Group> ours = groups.stream().filter(group -> group.isOf(classId)).toList();
        if (ours.stream().noneMatch(group -> FAMILIES.equals(group.filter()))) {
            throw refused(OneReason.FAMILIES_MISSING, destination);
        }
        return recipients(ours, Set.of(FAMILIES, TEACHERS));
    }

    /** Whom a message to the staff goes to: the school's own groups of teachers and of other staff. */
    static List<String> staff(List<Group> groups, Destination destination) {
        List<String> staff =
                recipients(groups.stream().filter(Group::isOfSchool).toList(), Set.of(TEACHERS, STAFF));
        if (staff.isEmpty()) {
            throw refused(OneReason.STAFF_MISSING, destination);
        }
        return staff;
    }

    /** Whom an info to a class is open to: as its blog. */
    static List<String> readers(List<Group> groups, String classId, Destination destination) {
        return groups(groups, classId, destination).readers().stream().sorted().toList();
    }

    /** Whom an info to a whole school is open to: its own groups of families, pupils, teachers and other staff. */
    static List<String> everybody(List<Group> groups, Destination destination) {
        List<Group> ours = groups.stream().filter(Group::isOfSchool).toList();
        if (ours.stream().noneMatch(group -> FAMILIES.equals(group.filter()))) {
            throw refused(OneReason.SCHOOL_FAMILIES_MISSING, destination);
        }
        return recipients(ours, Set.of(FAMILIES, "Student", TEACHERS, STAFF));
    }

    private static List<String> recipients(List<Group> groups, Set<String> profiles) {
        return ids(groups, group -> group.filter() != null && profiles.contains(group.filter())).stream()
                .sorted()
                .toList();
    }

    private static Set<String> ids(List<Group> groups, Predicate<Group> which) {
        return groups.stream().filter(which).map(Group::id).collect(Collectors.toSet());
    }

    /**
     * The visible reference in the description of the blog that we make for a class; 60 bits of a hash of our own class
     * id, which is random and says nothing about anybody.
     */
    static String reference(Destination destination) {
        return reference("C", "one.class-blog\n" + destination.place() + "\n" + destination.key());
    }

    /** The visible reference in the title of the thread of news that we make for a school. */
    static String threadReference(Destination destination) {
        return reference("F", "one.school-thread\n" + destination.place());
    }

    private static String reference(String letter, String what) {
        byte[] hash = sha256(what);
        StringBuilder text = new StringBuilder(letter);
        for (int i = 0; i < 12; i++) {
            text.append(i % 4 == 0 ? "-" : "").append(DIGITS.charAt(hash[i] & 31));
        }
        return text.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** The blogs that carry a class's reference and that we wrote. */
    static List<Blog> ours(List<Blog> blogs, String me, Destination destination) {
        String reference = reference(destination);
        return blogs.stream()
                .filter(blog -> blog.author().userId().equals(me))
                .filter(blog -> blog.description() != null && blog.description().contains(reference))
                .sorted(Comparator.comparing(Blog::id))
                .toList();
    }

    /**
     * Where to publish.
     *
     * @param unshared whether it must still be shared with its class
     * @param publishes whether we may publish there; otherwise we submit and somebody agrees
     */
    record Wall(String blog, boolean unshared, boolean publishes) {}

    /**
     * The blog for a class: ours by its reference; else the only other one that reaches this class's families and nobody
     * outside the class; else none, and one is to be made. Of several that would fit we choose none: which one a teacher
     * would take is not ours to guess.
     */
    static Optional<Wall> wall(List<Blog> blogs, String me, Groups groups, Destination destination) {
        List<Blog> ours = ours(blogs, me, destination);
        if (!ours.isEmpty()) {
            Blog blog = ours.get(0);
            if (!staysInside(blog, me, groups)) {
                throw refused(OneReason.BLOG_REACHES_FURTHER, destination);
            }
            boolean unshared = blog.shared().isEmpty();
            if (!unshared && !reachesFamilies(blog, groups)) {
                throw refused(OneReason.BLOG_REACHES_NO_FAMILY, destination);
            }
            return Optional.of(new Wall(blog.id(), unshared, true));
        }
        List<Blog> fitting = blogs.stream()
                .filter(blog -> staysInside(blog, me, groups) && reachesFamilies(blog, groups))
                .filter(blog -> may(blog, me, MAY_CREATE))
                .toList();
        return fitting.size() == 1
                ? Optional.of(new Wall(fitting.get(0).id(), false, may(fitting.get(0), me, MAY_PUBLISH)))
                : Optional.empty();
    }

    /** Whether nobody outside the class is let in. People named one by one count as outside: we do not look them up. */
    static boolean staysInside(Blog blog, String me, Groups groups) {
        return !"PUBLIC".equals(blog.visibility())
                && blog.shared().stream()
                        .allMatch(share -> share.groupId() != null
                                ? groups.all().contains(share.groupId())
                                : me.equals(share.userId()));
    }

    static boolean reachesFamilies(Blog blog, Groups groups) {
        return groups.families().stream()
                .allMatch(family -> blog.shared().stream()
                        .anyMatch(share -> family.equals(share.groupId()) && share.grants(MAY_LIST)));
    }

    private static boolean may(Blog blog, String me, String action) {
        return blog.author().userId().equals(me)
                || blog.shared().stream().anyMatch(share -> isMine(share, me) && share.grants(action));
    }

    private static boolean isMine(Share share, String me) {
        return me.equals(share.userId());
    }
}
