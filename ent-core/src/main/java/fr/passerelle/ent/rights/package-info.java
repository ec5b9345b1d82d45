/**
 * What a person may ask for (RGPD): that she be erased, with a report of what that reaches on each ENT, and to be told
 * everything that is held about her. Keys are destroyed in {@code privacy}; what that means for people, their
 * communications and the ENTs is known here.
 */
@NullMarked
package fr.passerelle.ent.rights;

import org.jspecify.annotations.NullMarked;
