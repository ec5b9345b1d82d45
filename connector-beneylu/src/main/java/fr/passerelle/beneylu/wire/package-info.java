/**
 * What Beneylu sends as JSON, field for field; unknown fields are ignored, a missing one makes the reading fail. Names of
 * people are left out: nothing here needs them.
 */
@NullMarked
package fr.passerelle.beneylu.wire;

import org.jspecify.annotations.NullMarked;
