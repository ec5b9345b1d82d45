/** Classes of a school in a school year, with one level or several. */
@NullMarked
package fr.passerelle.ent.schoolclass;

import org.jspecify.annotations.NullMarked;
