/**
 * Platforms whose back end is entcore, ONE and NEO (Edifice) first: a communication becomes news, a post in the blog of
 * each class it is for, or a message.
 *
 * <p>{@link fr.passerelle.one.EntcorePlatform} is the way in, under a platform's own name. {@code OneNews}, {@code
 * OneBlogs} and {@code OneMessages} say what is to be done next; {@code OneDirectory} finds whom it is for; {@code
 * NewsSteps}, {@code PostSteps} and {@code MessageSteps} write; {@code NewsLook}, {@code PostLook} and {@code MessageLook}
 * look what became of a lost answer; {@code OneEngagement} and {@code OneReplies} read what became of it. {@code OneClient}
 * speaks HTTP and signs in; {@code OneMapping} and {@code OneText} are pure: whom something reaches, and what ONE makes of
 * a text. {@code wire} holds the records as sent. The audience is never widened: a class, group or blog that does not fit
 * is refused.
 */
@NullMarked
package fr.passerelle.one;

import org.jspecify.annotations.NullMarked;
