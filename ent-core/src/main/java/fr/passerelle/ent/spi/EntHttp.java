package fr.passerelle.ent.spi;

/**
 * HTTP as connectors get it: one request, one reply. Redirects are never followed; hosts outside the account's are not
 * reached; size, time and rate are capped; nothing is retried.
 */
public interface EntHttp {

    /** Sends a request and waits for its reply; never throws for what the network or the ENT does. */
    HttpReply send(HttpCall call);
}
