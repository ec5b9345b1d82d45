/** Leisure centres (<i>centres de loisirs</i>): places of the town, known by an id in a namespace of their own. */
@NullMarked
package fr.passerelle.ent.leisurecentre;

import org.jspecify.annotations.NullMarked;
