package fr.passerelle.ent.model;

/**
 * A fact, named in the past ({@code SchoolRegistered}). Each feature seals its own family of events.
 *
 * <p>Stored for good: its name and revision in the store come from {@link Feature#events()}, never from the class, and
 * whatever it says of a person is {@link Personal}.
 */
public interface Event {}
