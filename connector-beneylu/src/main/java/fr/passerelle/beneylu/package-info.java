/**
 * Beneylu School: a communication becomes an article in the blog of each class it is for, or a word in its liaison book.
 *
 * <p>{@link fr.passerelle.beneylu.BeneyluConnector} says what is to be done next; {@code BeneyluDirectory} finds the class,
 * {@code SectionSteps} writes, {@code SectionLook} looks what became of a lost answer, and a {@code Section} knows the
 * pages of the blog or of the liaison book. {@code BeneyluClient} signs in and keeps one session for each class, since
 * Beneylu writes into the class that a session stands in; {@code BeneyluText} and {@code BeneyluMapping} are pure.
 * {@code BeneyluPartnerConnector} is today's platform, where only a person can publish. {@code wire} holds what is sent as
 * JSON. The audience is never widened: a class or blog that does not fit is refused.
 */
@NullMarked
package fr.passerelle.beneylu;

import org.jspecify.annotations.NullMarked;
