package fr.passerelle.ent.delivery;

import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Work.Verb;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What did not go as wished, with all that the {@link DecisionTable} looks at.
 *
 * @param kind what is known of the effect
 * @param effect of the step; {@link Effect#READ} where no step ran
 * @param fault null only where nothing is wrong but time: {@link Kind#NOT_VISIBLE}, {@link Kind#SEVERAL} and
 *     {@link Kind#CANNOT_TELL}
 * @param notBefore when the ENT wants to be asked again, or when the account may be tried again; or null
 * @param attempts failures in a row, this one included
 * @param failingSince when the first of them was
 * @param settledBy when a lost step that is not visible did not happen; null where none is lost
 * @param jitter in [0, 1), the same for the same item and attempt
 */
record Trouble(
        Kind kind,
        Effect effect,
        Verb verb,
        @Nullable Fault fault,
        @Nullable Instant notBefore,
        int attempts,
        Instant failingSince,
        @Nullable Instant settledBy,
        double jitter,
        Instant now) {

    /** What is known of the effect. */
    enum Kind {
        /** It did not happen, but may later. */
        DEFERRED,
        /** It did not happen and will not. */
        REFUSED,
        /** The answer was lost. */
        LOST,
        /** A look after a lost answer failed. */
        LOOK_FAILED,
        /** A look after a lost answer showed nothing. */
        NOT_VISIBLE,
        /** A look after a lost answer showed more than one object. */
        SEVERAL,
        /** There is no way to look. */
        CANNOT_TELL
    }
}
