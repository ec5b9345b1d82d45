package fr.passerelle.ent.http;

import java.time.Duration;

/**
 * How much time, bytes and company a request may have.
 *
 * @param connect until the connection and its TLS handshake stand
 * @param idle between two bytes of a request or an answer
 * @param whole from the first look-up of the name to the last byte of the answer
 * @param kept how long a connection without a request is kept for the next one. Shorter than any server's own patience
 *     (30 s and more): a connection that the other side has just closed takes a request with it, and nothing is sent twice
 * @param requestBytes most bytes of a request's body
 * @param answerBytes most bytes of an answer's body once decompressed
 * @param concurrent most requests of one account at once; more are turned away, not queued
 * @param breakerPause how long an account rests after its ENT failed {@value OkHttpEnt#BREAKER_CALLS} times nearly in
 *     a row
 */
public record HttpLimits(
        Duration connect,
        Duration idle,
        Duration whole,
        Duration kept,
        int requestBytes,
        int answerBytes,
        int concurrent,
        Duration breakerPause) {

    /** For real platforms: ONE's own mobile client waits 30 s. A request may carry a file of 10 MB. */
    public static final HttpLimits DEFAULT = new HttpLimits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(15),
            11 << 20,
            16 << 20,
            4,
            Duration.ofSeconds(30));

    public HttpLimits {
        if (requestBytes < 1 || answerBytes < 1 || concurrent < 1) {
            throw new IllegalArgumentException("A limit of bytes or requests is at least 1.");
        }
    }

    /** The same limits with one time for connecting, for idling and for the whole request. */
    public HttpLimits within(Duration time) {
        return new HttpLimits(time, time, time, kept, requestBytes, answerBytes, concurrent, breakerPause);
    }

    /** The same limits with another time for connections without a request. */
    public HttpLimits keeping(Duration time) {
        return new HttpLimits(connect, idle, whole, time, requestBytes, answerBytes, concurrent, breakerPause);
    }

    /** The same limits with other sizes. */
    public HttpLimits bytes(int request, int answer) {
        return new HttpLimits(connect, idle, whole, kept, request, answer, concurrent, breakerPause);
    }
}
