/** Who uses the app: accounts of its own in the same store, what each may do, and a trail of what was done. */
@NullMarked
package fr.passerelle.app.user;

import org.jspecify.annotations.NullMarked;
