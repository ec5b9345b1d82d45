package fr.passerelle.one;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Fault.SignInNeeded;
import fr.passerelle.ent.spi.HttpCall;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.StoresFiles.Fetch;
import fr.passerelle.ent.spi.StoresFiles.Folder;
import fr.passerelle.ent.spi.StoresFiles.Limits;
import fr.passerelle.ent.spi.StoresFiles.Listing;
import fr.passerelle.ent.spi.StoresFiles.NewFile;
import fr.passerelle.ent.spi.StoresFiles.Put;
import fr.passerelle.ent.spi.StoresFiles.Removal;
import fr.passerelle.ent.spi.StoresFiles.Room;
import fr.passerelle.ent.spi.StoresFiles.StoredFile;
import fr.passerelle.one.wire.ElementIds;
import fr.passerelle.one.wire.Quota;
import fr.passerelle.one.wire.StoredElement;
import fr.passerelle.one.wire.UserInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The service account's workspace: its own documents and those that people share with it. */
final class OneFiles {
    /** As wide as the HTTP kit lets a request be. */
    static final Limits LIMITS = new Limits(200, 10 << 20, OneDescriptor.SETTLES_WITHIN);

    /** ONE compresses what is declared as one of these: the file that lies there would be another. */
    private static final Set<String> REWRITTEN = Set.of("image/jpeg", "image/gif", "image/png", "image/tiff");

    private static final String AS_IT_IS = "application/octet-stream";

    private final OneClient client;

    OneFiles(OneClient client) {
        this.client = client;
    }

    /** ONE keeps what is shared apart from what is not, whoever owns it: one folder is two lists. */
    Listing list(String folder) {
        return or(
                () -> new Listing.Complete(
                        both(OneRoute.FOLDERS, folder).stream()
                                .map(one -> new Folder(one.id(), one.name(), one.isShared()))
                                .toList(),
                        both(OneRoute.DOCUMENTS, folder).stream()
                                .map(OneFiles::file)
                                .toList()),
                Listing.Failed::new);
    }

    private List<StoredElement> both(OneRoute route, String folder) {
        Map<String, StoredElement> found = new LinkedHashMap<>();
        for (String filter : List.of("owner", "shared")) {
            String query = "?filter=" + filter + (folder.isEmpty() ? "" : "&parentId=" + folder);
            client.list(route, route.query(query), StoredElement.class).forEach(one -> found.put(one.id(), one));
        }
        return List.copyOf(found.values());
    }

    private static StoredFile file(StoredElement document) {
        return new StoredFile(document.id(), document.name(), document.size(), document.instant(), document.isShared());
    }

    Fetch fetch(StoredFile file) {
        return or(() -> new Fetch.Fetched(bytes(file)), Fetch.Failed::new);
    }

    /** A document may be a page: that it is one proves nothing, its mark does. */
    private byte[] bytes(StoredFile file) {
        Answer answer =
                client.ask(OneRoute.DOCUMENT, OneRoute.DOCUMENT.call(file.id()).header("Accept", "*/*"), Effect.READ);
        if (answer.status() == 404) {
            throw StepEnds.refused(new Fault.Gone());
        }
        client.expectSuccess(OneRoute.DOCUMENT, answer);
        if (answer.header("etag").isEmpty()) {
            throw StepEnds.deferred(
                    answer.text().contains("/auth/login")
                            ? new SignInNeeded(SignInNeeded.Why.EXPIRED)
                            : OneClient.broken(OneRoute.DOCUMENT, "a document with its ETag", "none"));
        }
        int length = answer.body().length;
        if (answer.status() != 200 || (file.size() >= 0 && length != file.size())) {
            throw StepEnds.deferred(OneClient.broken(OneRoute.DOCUMENT, file.size() + " bytes", length + " bytes"));
        }
        return answer.body();
    }

    Put put(String folder, NewFile file) {
        if (!OneFilter.pass(file.name()).equals(file.name())) {
            return new Put.NotStored(OneMapping.rejected(OneReason.FILE_NAME_CHANGED));
        }
        try {
            return stored(folder, file);
        } catch (StepEnds ends) {
            return ends.outcome() instanceof Outcome.Unknown unknown
                    ? new Put.Unknown(unknown.fault())
                    : new Put.NotStored(ends.fault());
        }
    }

    private Put stored(String folder, NewFile file) {
        String type = REWRITTEN.contains(file.mediaType()) ? AS_IT_IS : file.mediaType();
        HttpCall call = OneRoute.UPLOAD
                .query(folder.isEmpty() ? "" : "?parentId=" + folder)
                .file("file", file.name(), type, file.bytes());
        Answer answer = client.ask(OneRoute.UPLOAD, call, Effect.ONCE);
        return notTaken(answer)
                .<Put>map(Put.NotStored::new)
                .orElseGet(() ->
                        new Put.Stored(file(client.read(OneRoute.UPLOAD, answer, Effect.ONCE, StoredElement.class))));
    }

    /** Why a workspace did not take a document, where it says so in its own way. */
    static Optional<Fault> notTaken(Answer answer) {
        return switch (answer.status()) {
            case 413 -> Optional.of(OneMapping.rejected(OneReason.SPACE_FULL));
            case 400 ->
                Optional.of(
                        answer.text().contains("upload.forbidden")
                                ? new Fault.Forbidden(OneRoute.UPLOAD.need())
                                : OneMapping.rejected(OneReason.SPACE_FULL));
            default -> Optional.empty();
        };
    }

    Removal remove(StoredFile file) {
        return or(
                () -> {
                    HttpCall call = OneRoute.BIN.call().json(OneJson.bytes(new ElementIds(List.of(file.id()))));
                    client.expectDone(
                            OneRoute.BIN, client.ask(OneRoute.BIN, call, Effect.REPEATABLE), Effect.REPEATABLE);
                    return new Removal.Removed();
                },
                Removal.NotRemoved::new);
    }

    Room room() {
        return or(
                () -> {
                    UserInfo me = client.get(
                            OneRoute.USER_INFO,
                            OneRoute.USER_INFO.call().header("Accept", "application/json;version=2.0"),
                            UserInfo.class);
                    Quota quota = client.get(OneRoute.QUOTA, OneRoute.QUOTA.call(me.userId()), Quota.class);
                    return new Room.Known(quota.storage(), quota.quota());
                },
                Room.Failed::new);
    }

    private static <T> T or(Supplier<T> asking, Function<Fault, T> failed) {
        try {
            return asking.get();
        } catch (StepEnds ends) {
            return failed.apply(ends.fault());
        }
    }
}
