@NullMarked
package fr.passerelle.ent.files;

import org.jspecify.annotations.NullMarked;
