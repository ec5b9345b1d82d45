package fr.passerelle.ent.model;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an old revision of an event: JSON to JSON, one revision at a time, so that every event ever stored is
 * understood by today's classes. Pure; personal data in it is sealed and travels as it is.
 *
 * @param from the name and revision it reads
 * @param to what it makes of it; usually the same name and the next revision
 * @param rewrite the event's JSON in the new form; may change and return its argument
 */
public record Upcaster(EventType from, EventType to, UnaryOperator<ObjectNode> rewrite) {
    public Upcaster {
        if (from.equals(to)) {
            throw new IllegalArgumentException("An upcaster leads from a name and revision to another one.");
        }
    }
}
