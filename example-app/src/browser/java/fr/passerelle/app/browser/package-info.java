/** The pages as people meet them: in a real browser, on a phone, by keyboard, in the dark, without JavaScript. */
@NullMarked
package fr.passerelle.app.browser;

import org.jspecify.annotations.NullMarked;
