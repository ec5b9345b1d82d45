package fr.passerelle.app.cli;

import fr.passerelle.app.town.Town;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that uses the store. */
@Command(mixinStandardHelpOptions = true)
abstract class TownCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public final Integer call() throws Exception {
        PasserelleCommand root = rootOf(spec);
        return root.runner().run(this, root.dialogue());
    }

    static PasserelleCommand rootOf(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("A command is run by picocli.");
        }
        return (PasserelleCommand) spec.root().userObject();
    }

    /**
     * Does it.
     *
     * @return one of {@link Exit}
     */
    abstract int run(Town town, Dialogue say) throws Exception;
}
