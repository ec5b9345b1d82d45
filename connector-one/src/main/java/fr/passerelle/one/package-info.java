/**
 * ONE and NEO (Edifice, back end entcore): a communication becomes a post in the blog of each class it is for.
 *
 * <p>{@link fr.passerelle.one.OneConnector} says what is to be done next and looks what became of a lost answer;
 * {@code OneSteps} does it, {@code OneClient} speaks HTTP and signs in, {@code OneMapping} and {@code OneText} are pure:
 * whom a blog reaches, and what ONE makes of a text. {@code wire} holds the records as sent. The audience is never
 * widened: a class, group or blog that does not fit is refused.
 */
@NullMarked
package fr.passerelle.one;

import org.jspecify.annotations.NullMarked;
