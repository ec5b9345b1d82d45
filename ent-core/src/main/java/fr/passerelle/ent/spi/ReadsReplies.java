package fr.passerelle.ent.spi;

/** Reads what people answered to a publication on the ENT itself. */
public interface ReadsReplies {

    /** The answers, oldest first, by read-only requests; see {@link Replies} for how complete they are. */
    Replies replies(EntSession session, Published published);
}
