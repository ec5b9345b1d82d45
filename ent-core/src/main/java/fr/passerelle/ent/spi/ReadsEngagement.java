package fr.passerelle.ent.spi;

/** Counts how a publication was read, by profile of readers; never who read it. */
public interface ReadsEngagement {

    /** Reads the counts as they are now, by read-only requests that change no count themselves where that can be. */
    Engagement engagement(EntSession session, Published published);
}
