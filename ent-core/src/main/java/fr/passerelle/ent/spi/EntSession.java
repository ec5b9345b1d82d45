package fr.passerelle.ent.spi;

import java.time.InstantSource;

/** Everything a connector may touch, made by the engine for one account. Not kept beyond the call it is given to. */
public interface EntSession {

    EntAccount account();

    /** The only way to the network. */
    EntHttp http();

    /** The only clock. */
    InstantSource clock();

    /** What the account remembers between calls, in memory only: access tokens. */
    SessionMemory memory();
}
