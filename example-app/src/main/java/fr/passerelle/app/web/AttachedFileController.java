package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommunicationId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files of a communication, for somebody entitled to read it. */
@Controller
class AttachedFileController {
    private final Town town;

    AttachedFileController(Town town) {
        this.town = town;
    }

    /** To be saved, never shown by the browser as a page of ours, and kept nowhere on the way. */
    @GetMapping("/communications/{communication}/files/{attachment}")
    @Needs(Right.READ)
    ResponseEntity<byte[]> file(@PathVariable("communication") String id, @PathVariable String attachment) {
        CommunicationId communication = CommunicationPage.known(town, id).id();
        Communication state = town.passerelle().states().current(Communication.FEATURE, communication.toString());
        AttachedFile file = AttachedFile.of(town, state).stream()
                .filter(named -> named.id().equals(attachment))
                .findFirst()
                .orElseThrow(
                        () -> new CodedException(CommunicationReason.UNKNOWN_FILE, Map.of("attachment", attachment)));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(town.files().bytes(communication, file.id()));
    }
}
