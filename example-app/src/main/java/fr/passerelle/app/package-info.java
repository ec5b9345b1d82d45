/**
 * A town's app around the library: {@code town} opens it as configured, {@code cli} is the command line, {@code web} the
 * pages, {@code demo} the invented town.
 */
@NullMarked
package fr.passerelle.app;

import org.jspecify.annotations.NullMarked;
