/** Schools: one per UAI, nursery, elementary or primary. */
@NullMarked
package fr.passerelle.ent.school;

import org.jspecify.annotations.NullMarked;
