package fr.passerelle.ent.directory;

import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.person.Profile;
import java.util.List;
import java.util.Set;

/** One thing that an import would do, or leaves to a person. Persons stand here by id or line, never by name. */
public sealed interface PlanEntry {

    /** What comes of a line of the file. */
    sealed interface OfLine extends PlanEntry {
        /** Where the line begins in the file, from 1. */
        int line();
    }

    /**
     * A class that the file names and the school does not have in that year.
     *
     * @param name as the school calls it
     * @param levels in order of age
     * @param pupils how many lines name it
     */
    record ClassToOpen(ClassId schoolClass, String name, List<Level> levels, int pupils) implements PlanEntry {}

    /** A class that cannot be opened because no level of its pupils is known; they are taken without a class. */
    record ClassLevelUnknown(String name, int pupils) implements PlanEntry {
        /** Why, in people's words. */
        public Refusal refusal() {
            return Refusal.of(DirectoryReason.CLASS_LEVEL_UNKNOWN, "name", name);
        }
    }

    /**
     * A class with other levels than before.
     *
     * @param levels all of them, in order of age
     */
    record LevelsToChange(ClassId schoolClass, List<Level> levels) implements PlanEntry {}

    /** A pupil whom nobody knows yet. */
    record PupilToAdd(int line, PersonId person, List<ClassId> classes) implements OfLine {}

    /** A pupil known in this school. */
    record PupilToChange(int line, PersonId person, List<ClassId> classes, Set<Change> changes) implements OfLine {}

    /** A pupil known at another place, where she is or was last. */
    record PupilToTransfer(int line, PersonId person, PlaceId from, List<ClassId> classes, Set<Change> changes)
            implements OfLine {}

    /**
     * A teacher or guardian whom nobody knows yet at this school.
     *
     * @param profile teacher, head or guardian
     * @param classes those that a teacher has
     * @param children whom a guardian answers for
     */
    record AdultToAdd(int line, PersonId person, Profile profile, List<ClassId> classes, List<PersonId> children)
            implements OfLine {}

    /**
     * A teacher or guardian known at this school.
     *
     * @param line the first one where several give her
     */
    record AdultToChange(
            int line,
            PersonId person,
            Profile profile,
            List<ClassId> classes,
            List<PersonId> children,
            Set<Change> changes)
            implements OfLine {}

    /** Something that a line says and the import leaves out: nobody has to decide, but somebody may want to know. */
    record LeftOut(int line, Refusal refusal) implements OfLine {}

    /** A person known in this school and absent from the file. Recorded only if agreed to, see {@link Decisions}. */
    record Departure(PersonId person) implements PlanEntry {}

    /**
     * A line that might be somebody known, or stands several times; not applied without a {@link Decisions.Answer}.
     *
     * @param candidates who it might be; may be empty
     */
    record Unclear(int line, DirectoryReason reason, List<PersonId> candidates) implements OfLine {
        public Unclear {
            candidates = List.copyOf(candidates);
        }

        /** Why, in people's words. */
        public Refusal refusal() {
            return Refusal.of(reason, "line", line);
        }
    }

    /** What is different about a known person. */
    enum Change {
        /** Other classes, or none any more. */
        CLASSES,
        /** Names or birth date, be it in their spelling only. */
        IDENTITY,
        /** She had left and is back. */
        RETURN,
        /** A teacher is head now, or a head a teacher again. */
        PROFILE,
        /** A guardian answers for other children. */
        CHILDREN
    }
}
