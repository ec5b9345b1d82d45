/**
 * The only package that knows Axon and SQL: it runs every feature's decider on an event store, SQLite or PostgreSQL,
 * keeps claims and the read model, and holds the subjects' keys in a database of their own.
 *
 * <p>{@link fr.passerelle.ent.store.Store} is the door; behind it one thread writes ({@code WriteLane}), events are rows
 * of one table ({@code EventTable}), and one Axon processor folds them into states ({@code Projection}).
 */
@NullMarked
package fr.passerelle.ent.store;

import org.jspecify.annotations.NullMarked;
