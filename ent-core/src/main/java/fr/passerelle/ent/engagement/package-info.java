/**
 * Reading back what became of a communication on the ENTs: how often it was read, by profile, and what people answered.
 *
 * <p>Everything is read at the moment somebody asks and shown to her; nothing of it is stored. Counts are never per
 * person. What an ENT does not count or does not let us read is said with its reason.
 */
@NullMarked
package fr.passerelle.ent.engagement;

import org.jspecify.annotations.NullMarked;
