package fr.passerelle.app.cli;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.RosterFiles;
import fr.passerelle.app.town.Town;
import fr.passerelle.ent.directory.Decisions;
import fr.passerelle.ent.directory.ImportReport;
import fr.passerelle.ent.directory.PreparedImport;
import fr.passerelle.ent.intake.OndeReader;
import fr.passerelle.ent.intake.RosterFile;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.SchoolYear;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rosters from other systems. */
@Command(name = "import", mixinStandardHelpOptions = true, subcommands = ImportCommand.Onde.class)
final class ImportCommand {
    private ImportCommand() {}

    /**
     * ONDE's exports of a school: says what they would change, and with {@code --apply} does it. It names lines and ids,
     * never a person, so that its output may be kept.
     */
    @Command(name = "onde")
    static final class Onde extends TownCommand {
        @Parameters(arity = "1..*", paramLabel = "FILE")
        List<Path> files;

        @Option(names = "--place", required = true, paramLabel = "UAI")
        PlaceId place;

        @Option(names = "--year", paramLabel = "2026-2027")
        @Nullable
        SchoolYear year;

        @Option(names = "--apply")
        boolean apply;

        @Option(names = "--departures", paramLabel = "N")
        @Nullable
        Integer departures;

        @Option(names = "--same", paramLabel = "LINE=PERSON")
        Map<Integer, PersonId> same = Map.of();

        @Option(names = "--new", paramLabel = "LINE")
        List<Integer> fresh = List.of();

        @Override
        int run(Town town, Dialogue say) {
            // All are read before anything is done: a wrong file among several changes nothing.
            List<RosterFile.Export> exports = RosterFiles.read(
                    place,
                    year == null ? town.schoolYear() : year,
                    files.stream().map(file -> given(say, file)).toList());
            if (exports.size() > 1 && !apply) {
                say.note("import.in-order");
            }
            int worst = Exit.OK;
            try (Answer answer = say.answer()) {
                for (RosterFile.Export export : exports) {
                    worst = worse(worst, one(town, say, answer, export, exports.size() == 1));
                }
            }
            return worst;
        }

        private static RosterFiles.Given given(Dialogue say, Path file) {
            try (InputStream stream = Files.newInputStream(say.path(file))) {
                String name = String.valueOf(file.getFileName());
                return new RosterFiles.Given(name, stream.readNBytes(OndeReader.MAX_BYTES + 1));
            } catch (IOException e) {
                throw new CodedException(AppReason.FILE_UNREADABLE, Map.of("file", file.toString()), e);
            }
        }

        private int one(Town town, Dialogue say, Answer answer, RosterFile.Export export, boolean alone) {
            PreparedImport prepared = town.passerelle().ondeImport().prepare(export, decisions());
            if (prepared instanceof PreparedImport.Refused refused) {
                throw new CodedException(
                        refused.refusal().reason(), refused.refusal().facts());
            }
            PreparedImport.Ready ready = (PreparedImport.Ready) prepared;
            String part = alone ? "" : "-" + export.kind().name().toLowerCase(Locale.ROOT);
            ImportPages.plan(answer, say, ready, part);
            if (!apply) {
                say.note(ready.plan().isEmpty() ? "import.nothing" : "import.not-applied");
                return ready.plan().waits() ? Exit.HELD : Exit.OK;
            }
            ImportReport report = town.passerelle().ondeImport().apply(ready);
            ImportPages.report(answer, say, report, part);
            if (!report.refused().isEmpty()) {
                return Exit.FAILED;
            }
            return ready.plan().waits() ? Exit.HELD : Exit.OK;
        }

        private Decisions decisions() {
            Map<Integer, Decisions.Answer> lines = new HashMap<>();
            same.forEach((line, person) -> lines.put(line, new Decisions.Same(person)));
            fresh.forEach(line -> lines.put(line, new Decisions.New()));
            return new Decisions(lines, departures == null ? OptionalInt.empty() : OptionalInt.of(departures));
        }

        private static int worse(int one, int other) {
            return one == Exit.FAILED || other == Exit.FAILED ? Exit.FAILED : Math.max(one, other);
        }
    }
}
