package fr.passerelle.ent.spi;

import java.util.Map;

/** What an ENT counts of a publication. */
public sealed interface Engagement {

    /**
     * Counted.
     *
     * @param figures each measure at most once; one that is absent does not exist on this ENT
     */
    record Counted(Map<Measure, Figure> figures) implements Engagement {
        public Counted {
            figures = Map.copyOf(figures);
        }
    }

    /**
     * This ENT counts nothing of such a publication, and nothing is made up.
     *
     * @param reason in French, for people
     */
    record NotMeasured(String reason) implements Engagement {}

    /** The look itself failed. */
    record Failed(Fault fault) implements Engagement {}

    /** What can be counted. */
    enum Measure {
        /** How often it was opened, in the ENT's own way of counting. */
        VIEWS,
        /** How many different people opened it. */
        READERS,
        /** How many people answered with a sign (a thumb, a smile). */
        REACTIONS,
        /** How many comments or answers there are. */
        REPLIES,
        /** How many people signed or acknowledged it. */
        ACKNOWLEDGED
    }

    /** Whose reading is counted. */
    enum Readers {
        /** Parents and guardians. */
        FAMILY,
        /** Pupils. */
        PUPIL,
        /** Teachers and heads. */
        TEACHER,
        /** Other staff. */
        STAFF,
        /** The ENT does not say whose it is. */
        UNTOLD
    }

    /** One measure. */
    sealed interface Figure {

        /** A count by profile; a profile that is absent was not told apart or had none. */
        record ByReaders(Map<Readers, Long> counts) implements Figure {
            public ByReaders {
                counts = Map.copyOf(counts);
            }
        }

        /**
         * There is no count, and none is made up.
         *
         * @param reason in French, for people
         */
        record NotMeasured(String reason) implements Figure {}
    }
}
