/** What an author writes for a place, once: draft, published, corrected, withdrawn, erased. */
@NullMarked
package fr.passerelle.ent.communication;

import org.jspecify.annotations.NullMarked;
