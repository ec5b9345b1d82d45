/** The accounts of teachers who sign what they publish themselves, each connected by herself on the ENT's own pages. */
@NullMarked
package fr.passerelle.ent.authoraccount;

import org.jspecify.annotations.NullMarked;
