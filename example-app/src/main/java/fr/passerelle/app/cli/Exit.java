package fr.passerelle.app.cli;

/** Exit codes, the same for every command. */
final class Exit {
    static final int OK = 0;
    /** Failed or refused. */
    static final int FAILED = 1;
    /** Written wrongly. */
    static final int USAGE = 2;
    /** Held for a person's decision, or still under way. */
    static final int HELD = 3;

    private Exit() {}
}
