/** Where a town wants it: what somebody wrote goes out once the head has seen it. */
@NullMarked
package fr.passerelle.app.approval;

import org.jspecify.annotations.NullMarked;
