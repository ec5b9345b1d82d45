package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.picture.SafePicture;
import fr.passerelle.app.town.AttachedFiles;
import fr.passerelle.app.town.Town;
import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.AttachmentRules;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.delivery.AccountView;
import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.Sentences;
import fr.passerelle.ent.model.Uai;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes files from forms and finds them again for the next one, under the id that the communication will have. */
@Component
class FileTrays {
    /** The longest side of the small copy by which somebody knows which picture she describes. */
    private static final int SMALL = 160;

    private final Town town;

    FileTrays(Town town) {
        this.town = town;
    }

    /** What a file field lets one choose: pictures by their kind, so that a phone offers its camera, others by ending. */
    static String accept() {
        return AttachmentRules.endings().stream()
                .map(ending -> AttachmentRules.mediaType("a." + ending)
                        .filter(AttachmentRules::isPicture)
                        .orElse("." + ending))
                .distinct()
                .collect(Collectors.joining(","));
    }

    /**
     * The tray of a form: what it names and was kept for it, then what comes with it. What is not taken is told in the
     * tray, and the rest is kept all the same.
     *
     * @param key the form's
     */
    FileTray of(@Nullable String key, FilesForm form, Locale locale) {
        List<FilesForm.Line> lines = form.files() == null
                ? List.of()
                : form.files().stream().filter(Objects::nonNull).toList();
        List<MultipartFile> uploads = form.upload() == null
                ? List.of()
                : form.upload().stream().filter(FileTrays::isChosen).toList();
        if (lines.isEmpty() && uploads.isEmpty()) {
            return FileTray.EMPTY;
        }
        CommunicationId communication;
        try {
            communication = CommunicationId.parse(String.valueOf(key));
        } catch (IllegalArgumentException notAnId) {
            return new FileTray(
                    List.of(),
                    false,
                    List.of(Sentences.withCode(
                            AppReason.ARGUMENT_UNFIT, Map.of("what", "key", "value", String.valueOf(key)), locale)));
        }
        Gathering gathering = new Gathering(locale);
        for (FilesForm.Line line : lines) {
            String id = String.valueOf(line.id());
            String name = String.valueOf(line.name());
            if (!id.equals(form.remove())) {
                gathering.add(name, () -> files().held(communication, id, name).saying(words(line.alternative())));
            }
        }
        for (MultipartFile upload : uploads) {
            String name = String.valueOf(upload.getOriginalFilename());
            gathering.add(name, () -> files().take(communication, name, bytes(upload)));
        }
        return tray(communication, gathering, form.rights() != null);
    }

    /** The files of a communication again, for another one; what its author confirmed of them she confirms anew. */
    FileTray again(Communication past, String key, Locale locale) {
        CommunicationId communication = CommunicationId.parse(key);
        Gathering gathering = new Gathering(locale);
        for (AttachedFile file : AttachedFile.of(town, past)) {
            gathering.add(
                    file.name(),
                    () -> files().again(
                                    Objects.requireNonNull(past.communication()), file.id(), file.name(), communication)
                            .saying(file.alternative()));
        }
        return tray(communication, gathering, false);
    }

    /** A tray's files, kept for the communication that they go with; for the form's own nothing is left to do. */
    List<Attachment> under(CommunicationId communication, CommunicationId key, FileTray tray) {
        return communication.equals(key)
                ? tray.attachments()
                : tray.held().stream()
                        .map(FileTray.Held::file)
                        .map(file -> files().again(key, file.id(), file.name(), communication)
                                .saying(file.alternative()))
                        .toList();
    }

    /** The kinds with which at least one ENT of a place takes files, by protocol or by hand. */
    List<CommunicationKind> carriers(PlaceId place) {
        return Arrays.stream(CommunicationKind.values())
                .filter(kind -> town.passerelle().delivery().accounts().stream()
                        .filter(account -> account.places().contains(place))
                        .map(AccountView::descriptor)
                        .anyMatch(descriptor -> descriptor
                                        .publishes(kind)
                                        .filter(line -> line.attachments().files() > 0 && speaks(place, line.scopes()))
                                        .isPresent()
                                || descriptor.byHand().stream()
                                        .anyMatch(line -> line.kind() == kind && speaks(place, line.scopes()))))
                .toList();
    }

    /** Whether a place has readers of one of these scopes. */
    private static boolean speaks(PlaceId place, Set<AudienceScope> scopes) {
        return place instanceof Uai
                ? scopes.stream().anyMatch(scope -> scope != AudienceScope.LEISURE_GROUPS)
                : scopes.contains(AudienceScope.LEISURE_GROUPS);
    }

    private AttachedFiles files() {
        return town.files();
    }

    private FileTray tray(CommunicationId communication, Gathering gathering, boolean rights) {
        List<FileTray.Held> held = new ArrayList<>();
        for (Attachment attachment : gathering.found.values()) {
            AttachedFile.of(town, List.of(attachment))
                    .forEach(file -> held.add(new FileTray.Held(attachment, file, small(communication, file))));
        }
        return new FileTray(List.copyOf(held), rights, List.copyOf(gathering.problems));
    }

    private @Nullable String small(CommunicationId communication, AttachedFile file) {
        if (!file.isPicture()) {
            return null;
        }
        byte[] safe = files().bytes(communication, file.id());
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(SafePicture.small(safe, SMALL));
    }

    /** What somebody typed, as one line; null for nothing. */
    private static @Nullable String words(@Nullable String typed) {
        String line = typed == null ? "" : typed.strip().replaceAll("[\\s\\p{Cc}]+", " ");
        return line.isEmpty() ? null : line;
    }

    private static boolean isChosen(MultipartFile upload) {
        return !upload.isEmpty()
                || !String.valueOf(upload.getOriginalFilename()).isBlank();
    }

    private static byte[] bytes(MultipartFile upload) {
        try {
            return upload.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files one after the other, each once, and what is to be said of those that are not taken. */
    private static final class Gathering {
        private final Map<String, Attachment> found = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();
        private final Locale locale;

        private Gathering(Locale locale) {
            this.locale = locale;
        }

        /** One of several files is told by its name. */
        private void add(String name, Supplier<Attachment> file) {
            if (found.size() >= AttachmentRules.FILES) {
                problems.add(named(
                        name,
                        Sentences.withCode(
                                CommunicationReason.TOO_MANY_FILES,
                                Map.of("limit", Integer.toString(AttachmentRules.FILES)),
                                locale)));
                return;
            }
            try {
                Attachment attachment = file.get();
                found.putIfAbsent(attachment.id().value(), attachment);
            } catch (CodedException refused) {
                problems.add(named(name, refused.sentence(locale)));
            }
        }

        private static String named(String name, String sentence) {
            return "«\u00a0" + name + "\u00a0»\u00a0: " + sentence;
        }
    }
}
