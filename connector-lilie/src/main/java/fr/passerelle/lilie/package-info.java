/**
 * Lilie (ENT of Île-de-France, 2010–2017): a communication becomes a notification, which Lilie sends by e-mail or SMS to
 * the people of each class.
 *
 * <p>{@link fr.passerelle.lilie.EliotConnector} does it in one step, {@code EliotCheck} looks whether an
 * account can work. {@code EliotClient} speaks HTTP; {@code EliotAnswers}, {@code EliotText} and {@code
 * AddressBook} are pure: what an answer means, what is left of a text, and whom a class is. {@code wire} holds the records
 * as sent. The audience is never widened: a class for which nobody is named is refused.
 *
 * <p>Everything here is known from a client of 2011–2016 and its test double, never from a server.
 */
@NullMarked
package fr.passerelle.lilie;

import org.jspecify.annotations.NullMarked;
