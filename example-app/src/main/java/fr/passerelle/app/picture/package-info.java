/** Pictures that people send: read with care, made smaller, and nothing left in them but what one sees. */
@NullMarked
package fr.passerelle.app.picture;

import org.jspecify.annotations.NullMarked;
