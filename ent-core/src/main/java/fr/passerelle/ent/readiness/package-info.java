/** How ready each place is for an ENT: what stands there, who was trained, which families have come in; each with its day. */
@NullMarked
package fr.passerelle.ent.readiness;

import org.jspecify.annotations.NullMarked;
