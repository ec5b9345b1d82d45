package fr.passerelle.ent.directory;

import fr.passerelle.ent.model.PersonId;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a person decided after reading a plan. It concerns one file: another one has other lines.
 *
 * @param lines by the number of an unclear line
 * @param departures how many departures were read and agreed to; they are recorded only if the plan has exactly so many
 */
public record Decisions(Map<Integer, Answer> lines, OptionalInt departures) {
    /** Nothing was decided: what is unclear stays so, and nobody leaves. */
    public static final Decisions NONE = new Decisions(Map.of(), OptionalInt.empty());

    public Decisions {
        lines = Map.copyOf(lines);
    }

    /** These answers, and so many departures agreed to. */
    public Decisions departures(int count) {
        return new Decisions(lines, OptionalInt.of(count));
    }

    /** Who an unclear line is. */
    public sealed interface Answer {}

    /**
     * It is this person, one of the line's candidates: her names, birth date, classes and children become the file's. Of
     * homonyms it may be said of several lines: she is all of them.
     */
    public record Same(PersonId person) implements Answer {}

    /**
     * It is nobody known: register somebody new. Said of an erased person, she is registered again. Said of one of several
     * lines that give a pupil differently, this line counts and the others do not. Said of homonyms among adults, each line
     * is somebody else; she must have a child or class that the others do not have, or no later file could tell her apart.
     */
    public record New() implements Answer {}
}
