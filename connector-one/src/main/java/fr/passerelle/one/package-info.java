/**
 * ONE and NEO (Edifice, back end entcore): a communication becomes a post in the blog of each class it is for, or a
 * message to the groups of each class or of the staff.
 *
 * <p>{@link fr.passerelle.one.OneConnector} says what is to be done next for a post, {@code OneMessages} for a message;
 * {@code OneDirectory} finds whom it goes to, {@code OneSteps} and {@code MessageSteps} write, {@code OneLook} and {@code
 * MessageLook} look what became of a lost answer. {@code OneClient} speaks HTTP and signs in; {@code OneMapping} and
 * {@code OneText} are pure: whom a blog or a message reaches, and what ONE makes of a text. {@code wire} holds the records as sent. The audience is never
 * widened: a class, group or blog that does not fit is refused.
 */
@NullMarked
package fr.passerelle.one;

import org.jspecify.annotations.NullMarked;
