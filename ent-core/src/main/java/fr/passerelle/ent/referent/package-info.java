/** Who helps with digital tools in each school and leisure centre (<i>référent numérique</i>). */
@NullMarked
package fr.passerelle.ent.referent;

import org.jspecify.annotations.NullMarked;
