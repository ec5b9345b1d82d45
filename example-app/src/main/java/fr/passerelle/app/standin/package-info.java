/** Which ENTs have a stand-in on this machine; the command line starts one alone, the demo all of them. */
@NullMarked
package fr.passerelle.app.standin;

import org.jspecify.annotations.NullMarked;
