package fr.passerelle.app.cli;

import fr.passerelle.app.town.TownSettings;

/** Carries out commands: in this process, or where the store is open already. */
interface Runner {
    Console console();

    /** Settings of this process. */
    TownSettings settings();

    /** Runs a command on the town's store. */
    int run(TownCommand command, Dialogue say) throws Exception;

    /** Serves the web app until it is stopped. */
    int serve(ServeRequest request, Dialogue say);

    /** Whether the web app holds the store. */
    boolean isServed();

    /** Lets a command that runs on its own wait until the program is ended. */
    void untilEnded() throws InterruptedException;
}
