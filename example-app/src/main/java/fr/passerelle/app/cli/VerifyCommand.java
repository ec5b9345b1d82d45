package fr.passerelle.app.cli;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.store.Finding;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at every stored byte, and makes anew what follows from the events. */
@Command(name = "verify")
final class VerifyCommand extends TownCommand {
    @Option(names = "--repair")
    boolean repair;

    @Override
    int run(Town town, Dialogue say) {
        if (repair) {
            town.passerelle().repair();
        }
        List<Finding> findings = town.passerelle().verify();
        Table table = new Table("code", "sentence");
        findings.forEach(found -> table.row(found.reason().code(), found.sentence(say.locale())));
        try (Answer answer = say.answer()) {
            answer.table("findings", table);
        }
        say.note(findings.isEmpty() ? "verify.sound" : "verify.findings", findings.size());
        return findings.isEmpty() ? Exit.OK : Exit.FAILED;
    }
}
