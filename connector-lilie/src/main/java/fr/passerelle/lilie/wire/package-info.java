/** Requests and answers of Eliot's web services as they are sent; field names are Eliot's own. */
@NullMarked
package fr.passerelle.lilie.wire;

import org.jspecify.annotations.NullMarked;
