/** Pupils, guardians, teachers, heads and leisure staff; their names are sealed under their own keys. */
@NullMarked
package fr.passerelle.ent.person;

import org.jspecify.annotations.NullMarked;
