package fr.passerelle.app.cli;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Town;
import fr.passerelle.ent.directory.Decisions;
import fr.passerelle.ent.directory.ImportReport;
import fr.passerelle.ent.directory.PreparedImport;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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
            if (!(place instanceof Uai school)) {
                throw new CodedException(AppReason.BAD_PLACE_ID, Map.of("value", place.value()));
            }
            int worst = Exit.OK;
            try (Answer answer = say.answer()) {
                for (int i = 0; i < files.size(); i++) {
                    String part = files.size() == 1 ? "" : "-" + (i + 1);
                    worst = worse(worst, one(town, say, answer, files.get(i), school, part));
                }
            }
            return worst;
        }

        private int one(Town town, Dialogue say, Answer answer, Path file, Uai school, String part) {
            PreparedImport prepared = prepare(town, say, file, school);
            if (prepared instanceof PreparedImport.Refused refused) {
                throw new CodedException(
                        refused.refusal().reason(), refused.refusal().facts());
            }
            PreparedImport.Ready ready = (PreparedImport.Ready) prepared;
            ImportPages.plan(answer, say, ready, file, part);
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

        private PreparedImport prepare(Town town, Dialogue say, Path file, Uai school) {
            try (InputStream stream = Files.newInputStream(say.path(file))) {
                return town.passerelle()
                        .ondeImport()
                        .prepare(stream, school, year == null ? town.schoolYear() : year, decisions());
            } catch (IOException e) {
                throw new CodedException(AppReason.FILE_UNREADABLE, Map.of("file", file.toString()), e);
            }
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
