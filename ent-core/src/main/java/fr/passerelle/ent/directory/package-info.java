/**
 * Brings what a school's roster says into the store: {@link fr.passerelle.ent.directory.OndeImport} reads a file, plans
 * what it would change, and applies the plan once somebody agrees. {@link
 * fr.passerelle.ent.directory.CoverageReader} says which place has a referent.
 */
@NullMarked
package fr.passerelle.ent.directory;

import org.jspecify.annotations.NullMarked;
