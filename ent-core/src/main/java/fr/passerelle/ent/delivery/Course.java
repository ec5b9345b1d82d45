package fr.passerelle.ent.delivery;

import java.time.Instant;

/** What is to be done after something did not go as wished. */
sealed interface Course {

    /** Try again then. */
    record RetryAt(Instant at) implements Course {}

    /** Look then, by reading only, what became of the lost step. */
    record LookAt(Instant at) implements Course {}

    /** It certainly did not happen: the step may run again. */
    record RunAgain() implements Course {}

    /** It is as wished, though not by us. */
    record AlreadySo() implements Course {}

    /** Give up until a person or a newer revision changes something. */
    record Refuse() implements Course {}

    /** A person must decide. */
    record Park() implements Course {}
}
