/**
 * What ONE sends and takes, field for field; unknown fields are ignored, a missing one makes the reading fail. Times and
 * names of people are left out: nothing here needs them.
 */
@NullMarked
package fr.passerelle.one.wire;

import org.jspecify.annotations.NullMarked;
