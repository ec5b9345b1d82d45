/** How each ENT answered, day by day: asked at regular times by read-only requests, for those who compare and those who wait. */
@NullMarked
package fr.passerelle.ent.availability;

import org.jspecify.annotations.NullMarked;
