package fr.passerelle.app.cli;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Town;
import fr.passerelle.ent.delivery.FaultNote;
import fr.passerelle.ent.files.FileReason;
import fr.passerelle.ent.files.FilesDesk;
import fr.passerelle.ent.files.FilesDesk.Copied;
import fr.passerelle.ent.files.FilesDesk.Filed;
import fr.passerelle.ent.files.FilesDesk.Got;
import fr.passerelle.ent.files.FilesDesk.Removed;
import fr.passerelle.ent.files.FilesDesk.Shelf;
import fr.passerelle.ent.files.FilesDesk.Space;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Sentences;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.StoresFiles.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The teachers' shared spaces: an ENT, or one of its accounts, comes first or after {@code --from} and {@code --to}. */
@Command(
        name = "files",
        mixinStandardHelpOptions = true,
        subcommands = {
            FilesCommand.Ls.class,
            FilesCommand.Get.class,
            FilesCommand.Put.class,
            FilesCommand.Copy.class,
            FilesCommand.Bin.class
        })
final class FilesCommand {
    /** The desk refuses with its own sentence what an ENT does not take; this only keeps a command from reading for ever. */
    private static final int MOST_BYTES = 64_000_000;

    private FilesCommand() {}

    /** What a command was told about, the account taken off. */
    private record Told(AccountId account, List<String> rest) {
        static Told of(Town town, @Nullable String named, List<String> words) {
            return named != null
                    ? new Told(named(town, named), words)
                    : new Told(
                            named(town, words.stream().findFirst().orElseThrow(() -> missing("ENT/ACCOUNT"))),
                            words.subList(1, words.size()));
        }

        List<String> some(String what) {
            if (rest.isEmpty()) {
                throw missing(what);
            }
            return rest;
        }
    }

    private static CodedException missing(String what) {
        return new CodedException(AppReason.ARGUMENT_MISSING, Map.of("what", what));
    }

    /** {@code one/service}, or {@code one} where it has one service account. */
    private static AccountId named(Town town, String name) {
        List<AccountId> found = town.passerelle().files().spaces().stream()
                .map(Space::account)
                .filter(id -> id.toString().equals(name) || id.ent().equals(name))
                .toList();
        if (found.isEmpty()) {
            throw new CodedException(AppReason.UNKNOWN_ACCOUNT, Map.of("account", name));
        }
        if (found.size() > 1) {
            String known = found.stream().map(AccountId::toString).collect(Collectors.joining(", "));
            throw new CodedException(AppReason.SEVERAL_ACCOUNTS, Map.of("ent", name, "known", known));
        }
        return found.get(0);
    }

    private static CodedException refused(FaultNote why) {
        return new CodedException(why, why.facts());
    }

    /** Where a file lies: {@code FOLDER/NAME}, {@code NAME} at the top. */
    private record Where(String folder, String name) {
        static Where of(String path) {
            int slash = path.lastIndexOf('/');
            return slash < 0 ? new Where("", path) : new Where(path.substring(0, slash), path.substring(slash + 1));
        }
    }

    /** A line for each file and the exit code that they make together. */
    private static final class Results {
        private final Table table = new Table("name", "result", "sentence");
        private boolean failed;
        private boolean held;

        void add(String name, Filed filed, Dialogue say) {
            if (filed instanceof Filed.Done done) {
                table.row(name, done.wasThere() ? "there" : "put", null);
            } else if (filed instanceof Filed.Unknown unknown) {
                held = true;
                table.row(name, "unknown", unknown.why().sentence(say.locale()));
            } else {
                not(name, ((Filed.NotDone) filed).why(), say);
            }
        }

        /** One file of this machine that cannot be read or written does not keep the others from their turn. */
        void tried(String name, Dialogue say, Runnable what) {
            try {
                what.run();
            } catch (CodedException refused) {
                not(name, new FaultNote(refused.reason().code(), refused.facts()), say);
            }
        }

        void done(String name, String result) {
            table.row(name, result, null);
        }

        void not(String name, FaultNote why, Dialogue say) {
            failed = true;
            table.row(name, "not-done", why.sentence(say.locale()));
        }

        int tell(Dialogue say) {
            try (Answer answer = say.answer()) {
                answer.table("files", table);
            }
            return failed ? Exit.FAILED : held ? Exit.HELD : Exit.OK;
        }
    }

    /** What lies in a folder; without an account, which ENT has a space. */
    @Command(name = "ls")
    static final class Ls extends TownCommand {
        @Parameters(paramLabel = "ENT/ACCOUNT FOLDER", arity = "0..2")
        List<String> words = List.of();

        @Option(names = "--from", paramLabel = "ENT/ACCOUNT")
        @Nullable
        String from;

        @Override
        int run(Town town, Dialogue say) {
            if (from == null && words.isEmpty()) {
                return spaces(town.passerelle().files(), say);
            }
            Told told = Told.of(town, from, words);
            Shelf shelf = town.passerelle()
                    .files()
                    .list(told.account(), told.rest().stream().findFirst().orElse(""));
            if (shelf instanceof Shelf.Closed closed) {
                throw refused(closed.why());
            }
            Shelf.Open open = (Shelf.Open) shelf;
            Table table = new Table("kind", "name", "size", "at", "shared", "id");
            open.folders().forEach(one -> table.row("folder", one.name(), null, null, one.shared(), one.id()));
            open.files()
                    .forEach(one -> table.row(
                            "file",
                            one.name(),
                            one.size(),
                            one.modified() == null ? null : one.modified().toString(),
                            one.shared(),
                            one.id()));
            try (Answer answer = say.answer()) {
                if (open.room() instanceof Room.Known room) {
                    answer.fact("used", room.used());
                    answer.fact("quota", room.quota());
                }
                answer.table("files", table);
            }
            if (open.room() instanceof Room.Failed failed) {
                say.note(failed.fault(), failed.fault().facts());
            }
            return Exit.OK;
        }

        private static int spaces(FilesDesk files, Dialogue say) {
            Table table = new Table("account", "platform", "space", "sentence");
            for (Space space : files.spaces()) {
                String profile = space.descriptor().platform() + " ("
                        + space.descriptor().profile() + ")";
                table.row(
                        space.account().toString(),
                        profile,
                        space.offered(),
                        space.offered()
                                ? null
                                : Sentences.withCode(FileReason.NOT_OFFERED, Map.of("profile", profile), say.locale()));
            }
            try (Answer answer = say.answer()) {
                answer.table("spaces", table);
            }
            return Exit.OK;
        }
    }

    /** Fetches files into a directory of this machine; what lies there with other content is left as it is. */
    @Command(name = "get")
    static final class Get extends TownCommand {
        @Parameters(paramLabel = "ENT/ACCOUNT PATH|ID", arity = "1..*")
        List<String> words;

        @Option(names = "--from", paramLabel = "ENT/ACCOUNT")
        @Nullable
        String from;

        @Option(names = "--out", required = true, paramLabel = "DIR")
        Path out;

        @Override
        int run(Town town, Dialogue say) {
            Told told = Told.of(town, from, words);
            Results results = new Results();
            for (String path : told.some("PATH|ID")) {
                Where where = Where.of(path);
                Got got = town.passerelle().files().get(told.account(), where.folder(), where.name());
                if (got instanceof Got.Whole whole) {
                    Path file = out.resolve(whole.name());
                    results.tried(
                            file.toString(),
                            say,
                            () -> results.done(file.toString(), write(say.path(file), file, whole.bytes())));
                } else {
                    results.not(path, ((Got.Nothing) got).why(), say);
                }
            }
            return results.tell(say);
        }

        private static String write(Path file, Path given, byte[] bytes) {
            try {
                if (Files.exists(file)) {
                    if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
                        throw new CodedException(AppReason.FILE_IN_THE_WAY, Map.of("file", given.toString()));
                    }
                    return "there";
                }
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.write(file, bytes);
                return "got";
            } catch (IOException e) {
                throw new CodedException(AppReason.FILE_UNREADABLE, Map.of("file", given.toString()), e);
            }
        }
    }

    /** Puts files of this machine into a folder; what lies there already is not put twice. */
    @Command(name = "put")
    static final class Put extends TownCommand {
        @Parameters(paramLabel = "ENT/ACCOUNT FILE", arity = "1..*")
        List<String> words;

        @Option(names = "--to", paramLabel = "ENT/ACCOUNT")
        @Nullable
        String to;

        @Option(names = "--folder", paramLabel = "FOLDER")
        String folder = "";

        @Override
        int run(Town town, Dialogue say) {
            Told told = Told.of(town, to, words);
            Results results = new Results();
            for (String word : told.some("FILE")) {
                Path file = Path.of(word);
                String name = String.valueOf(file.getFileName());
                results.tried(word, say, () -> {
                    byte[] bytes = GivenFile.read(say.path(file), file, MOST_BYTES);
                    results.add(word, town.passerelle().files().put(told.account(), folder, name, bytes), say);
                });
            }
            return results.tell(say);
        }
    }

    /** Copies files of one folder, all unless some are named, into another; a repeat copies what is missing. */
    @Command(name = "copy")
    static final class Copy extends TownCommand {
        @Parameters(paramLabel = "NAME", arity = "0..*")
        List<String> names = List.of();

        @Option(names = "--from", required = true, paramLabel = "ENT/ACCOUNT")
        String from;

        @Option(names = "--to", required = true, paramLabel = "ENT/ACCOUNT")
        String to;

        @Option(names = "--from-folder", paramLabel = "FOLDER")
        String fromFolder = "";

        @Option(names = "--to-folder", paramLabel = "FOLDER")
        String toFolder = "";

        @Override
        int run(Town town, Dialogue say) {
            Copied copied =
                    town.passerelle().files().copy(named(town, from), fromFolder, names, named(town, to), toFolder);
            if (copied instanceof Copied.NotBegun not) {
                throw refused(not.why());
            }
            Results results = new Results();
            ((Copied.Each) copied).lines().forEach(line -> results.add(line.name(), line.filed(), say));
            return results.tell(say);
        }
    }

    /** Puts files into the ENT's own bin. */
    @Command(name = "bin")
    static final class Bin extends TownCommand {
        @Parameters(paramLabel = "ENT/ACCOUNT PATH|ID", arity = "1..*")
        List<String> words;

        @Option(names = "--from", paramLabel = "ENT/ACCOUNT")
        @Nullable
        String from;

        @Override
        int run(Town town, Dialogue say) {
            Told told = Told.of(town, from, words);
            Results results = new Results();
            for (String path : told.some("PATH|ID")) {
                Where where = Where.of(path);
                Removed removed = town.passerelle().files().remove(told.account(), where.folder(), where.name());
                if (removed instanceof Removed.NotRemoved not) {
                    results.not(path, not.why(), say);
                } else {
                    results.done(path, "binned");
                }
            }
            return results.tell(say);
        }
    }
}
