package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.town.Place;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.files.FileReason;
import fr.passerelle.ent.files.FilesDesk;
import fr.passerelle.ent.files.FilesDesk.Copied;
import fr.passerelle.ent.files.FilesDesk.Filed;
import fr.passerelle.ent.files.FilesDesk.Got;
import fr.passerelle.ent.files.FilesDesk.Shelf;
import fr.passerelle.ent.files.FilesDesk.Space;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Sentences;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.StoresFiles.Folder;
import fr.passerelle.ent.spi.StoresFiles.Room;
import fr.passerelle.ent.spi.StoresFiles.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The teachers' shared spaces, asked of every ENT when the page is opened; what was done is told on the page itself. */
@Controller
class SharedFilesController {
    private final Town town;

    SharedFilesController(Town town) {
        this.town = town;
    }

    /**
     * A space with what lies in one of its folders.
     *
     * @param why why nothing is shown, in one sentence, or null
     * @param room how full it is, or null where that is not known
     */
    record SpaceLine(
            String account,
            String platform,
            List<String> places,
            boolean offered,
            @Nullable String why,
            Room.@Nullable Known room,
            List<Folder> folders,
            List<FileLine> files) {
        @Override
        public String toString() {
            return "SpaceLine[" + account + "]";
        }
    }

    record FileLine(
            String id, String name, long size, @Nullable ZonedDateTime modified, boolean shared) {
        private static FileLine of(StoredFile file) {
            return new FileLine(
                    file.id(),
                    file.name(),
                    file.size(),
                    file.modified() == null ? null : file.modified().atZone(Town.ZONE),
                    file.shared());
        }

        @Override
        public String toString() {
            return "FileLine[" + id + "]";
        }
    }

    /**
     * What became of one file.
     *
     * @param key of the sentence, or null where {@code why} says it
     */
    record Told(String name, @Nullable String key, @Nullable String why) {
        private static Told of(String name, Filed filed, Locale locale) {
            if (filed instanceof Filed.Done done) {
                return new Told(name, done.wasThere() ? "files.was-there" : "files.done", null);
            }
            return new Told(
                    name,
                    null,
                    filed instanceof Filed.Unknown unknown
                            ? unknown.why().sentence(locale)
                            : ((Filed.NotDone) filed).why().sentence(locale));
        }

        @Override
        public String toString() {
            return "Told";
        }
    }

    @GetMapping("/files")
    @Needs(Right.WRITE)
    String all(
            Visitor visitor,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String folder,
            Model model,
            Locale locale) {
        return show(visitor, account, folder, List.of(), model, locale);
    }

    @GetMapping("/files/get")
    @Needs(Right.WRITE)
    ResponseEntity<byte[]> get(
            Visitor visitor,
            @RequestParam String account,
            @RequestParam(defaultValue = "") String folder,
            @RequestParam String file) {
        Got got = desk().get(hers(visitor, account), folder, file);
        if (got instanceof Got.Nothing nothing) {
            throw new CodedException(nothing.why(), nothing.why().facts());
        }
        Got.Whole whole = (Got.Whole) got;
        // Never shown by the browser: it is somebody's file, not a page of ours.
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(whole.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(whole.bytes());
    }

    @PostMapping("/files/put")
    @Needs(value = Right.WRITE, trail = "files.put")
    String put(
            Visitor visitor,
            @RequestParam String account,
            @RequestParam(defaultValue = "") String folder,
            @RequestParam(name = "file", defaultValue = "") List<MultipartFile> files,
            Model model,
            Locale locale) {
        AccountId to = hers(visitor, account);
        List<Told> told = new ArrayList<>();
        for (MultipartFile file : files) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            try {
                told.add(Told.of(name, desk().put(to, folder, name, file.getBytes()), locale));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return show(visitor, account, folder, told, model, locale);
    }

    /** Without a file named, all of the folder. */
    @PostMapping("/files/copy")
    @Needs(value = Right.WRITE, trail = "files.copy")
    String copy(
            Visitor visitor,
            @RequestParam String account,
            @RequestParam(defaultValue = "") String folder,
            @RequestParam(name = "file", defaultValue = "") List<String> files,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String toFolder,
            Model model,
            Locale locale) {
        Copied copied = desk().copy(hers(visitor, account), folder, files, hers(visitor, to), toFolder);
        if (copied instanceof Copied.NotBegun not) {
            throw new CodedException(not.why(), not.why().facts());
        }
        List<Told> told = ((Copied.Each) copied)
                .lines().stream()
                        .map(line -> Told.of(line.name(), line.filed(), locale))
                        .toList();
        return show(visitor, to, toFolder, told, model, locale);
    }

    /** @param account the only one to show, or empty for all at their top */
    private String show(Visitor visitor, String account, String folder, List<Told> told, Model model, Locale locale) {
        List<Space> hers = spaces(visitor);
        List<SpaceLine> spaces = hers.stream()
                .filter(space -> account.isEmpty() || space.account().toString().equals(account))
                .map(space -> line(space, account.isEmpty() ? "" : folder, locale))
                .toList();
        if (spaces.isEmpty() && !account.isEmpty()) {
            throw new CodedException(AppReason.UNKNOWN_ACCOUNT, Map.of("account", account));
        }
        model.addAttribute("spaces", spaces);
        model.addAttribute("one", !account.isEmpty());
        model.addAttribute("folder", folder);
        model.addAttribute("told", told);
        model.addAttribute("targets", hers.stream().filter(Space::offered).toList());
        return "files";
    }

    private SpaceLine line(Space space, String folder, Locale locale) {
        String platform = space.descriptor().platform();
        if (!space.offered()) {
            return line(
                    space,
                    Sentences.withCode(
                            FileReason.NOT_OFFERED,
                            Map.of(
                                    "profile",
                                    platform + " (" + space.descriptor().profile() + ")"),
                            locale));
        }
        Shelf shelf = desk().list(space.account(), folder);
        if (shelf instanceof Shelf.Closed closed) {
            return line(space, closed.why().sentence(locale));
        }
        Shelf.Open open = (Shelf.Open) shelf;
        return new SpaceLine(
                space.account().toString(),
                platform,
                places(space),
                true,
                null,
                open.room() instanceof Room.Known room ? room : null,
                open.folders(),
                open.files().stream().map(FileLine::of).toList());
    }

    private SpaceLine line(Space space, String why) {
        return new SpaceLine(
                space.account().toString(),
                space.descriptor().platform(),
                places(space),
                space.offered(),
                why,
                null,
                List.of(),
                List.of());
    }

    private List<String> places(Space space) {
        return town.places().all().stream()
                .filter(place -> space.places().contains(place.id()))
                .map(Place::name)
                .toList();
    }

    /** The spaces of accounts that work for one of her places. */
    private List<Space> spaces(Visitor visitor) {
        return desk().spaces().stream()
                .filter(space -> space.places().stream().anyMatch(visitor::isAt))
                .toList();
    }

    private AccountId hers(Visitor visitor, String text) {
        AccountId known = account(text);
        boolean elsewhere = desk().spaces().stream()
                        .anyMatch(space -> space.account().equals(known))
                && spaces(visitor).stream().noneMatch(space -> space.account().equals(known));
        if (elsewhere) {
            throw Visitor.notAllowed();
        }
        return known;
    }

    private FilesDesk desk() {
        return town.passerelle().files();
    }

    private static AccountId account(String text) {
        try {
            return AccountId.parse(text);
        } catch (IllegalArgumentException notOne) {
            throw new CodedException(AppReason.UNKNOWN_ACCOUNT, Map.of("account", text), notOne);
        }
    }
}
