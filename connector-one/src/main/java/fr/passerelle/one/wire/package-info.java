/**
 * What ONE sends and takes, field for field; unknown fields are ignored, a missing one makes the reading fail. Names of
 * people are left out but for who wrote a comment, which is shown and never kept.
 */
@NullMarked
package fr.passerelle.one.wire;

import org.jspecify.annotations.NullMarked;
