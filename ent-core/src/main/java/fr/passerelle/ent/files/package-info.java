/**
 * The teachers' shared space: files on the ENTs that keep some, listed, fetched, put and copied when somebody asks.
 *
 * <p>Nothing of a file is stored here, neither name nor content: what is true is asked of the ENT each time.
 */
@NullMarked
package fr.passerelle.ent.files;

import org.jspecify.annotations.NullMarked;
