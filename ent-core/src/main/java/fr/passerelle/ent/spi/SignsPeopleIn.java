package fr.passerelle.ent.spi;

import java.net.URI;

/**
 * Lets a teacher connect her own account, on the ENT's own pages: her password is never seen here. What comes of it is a
 * refresh token, with which an account of hers publishes instead of the service account.
 */
public interface SignsPeopleIn {
    /** The credential of an author's account by which it signs in. */
    String REFRESH_TOKEN = "refresh-token";

    /**
     * Where she agrees, on the ENT. Pure.
     *
     * @param service the account through which hers is connected
     * @param redirect where the ENT sends her afterwards, with {@code code} or {@code error}, and {@code state}
     * @param state unguessable; the ENT returns it
     */
    Page authorizationPage(EntAccount service, URI redirect, String state);

    /**
     * Makes what the ENT sent her back with into an account. A code serves once: a lost answer is answered by sending
     * her to the page again.
     *
     * @param service the session of the account through which hers is connected
     * @param redirect the same as for the page
     */
    SignIn redeem(EntSession service, String code, URI redirect);

    /** Whether there is such a page. */
    sealed interface Page {
        /** It is there; the address holds the state. */
        record At(URI address) implements Page {
            @Override
            public String toString() {
                return "At[" + address.getHost() + "]";
            }
        }

        /** A setting is missing, say. */
        record Refused(Fault fault) implements Page {}
    }

    /** What came of it. */
    sealed interface SignIn {
        /**
         * She is connected.
         *
         * @param entUser the ENT's own id of her
         */
        record SignedIn(String entUser, Secret refreshToken) implements SignIn {
            @Override
            public String toString() {
                return "SignedIn[…]";
            }
        }

        /** She is not. */
        record Refused(Fault fault) implements SignIn {}
    }
}
