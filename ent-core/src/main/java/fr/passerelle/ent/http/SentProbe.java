package fr.passerelle.ent.http;

import okhttp3.Call;
import okhttp3.EventListener;

/** Knows whether a byte of a request can have left: not before its first header is about to be written. */
final class SentProbe extends EventListener {
    private volatile boolean sent;

    /** The probe that the call carries as a tag. */
    static EventListener of(Call call) {
        SentProbe probe = call.request().tag(SentProbe.class);
        return probe == null ? EventListener.NONE : probe;
    }

    boolean sent() {
        return sent;
    }

    @Override
    public void requestHeadersStart(Call call) {
        sent = true;
    }
}
