/** One text that appears on several days: which days, and what is still to come. */
@NullMarked
package fr.passerelle.app.series;

import org.jspecify.annotations.NullMarked;
