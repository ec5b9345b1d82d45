package fr.passerelle.ent.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.communication.AttachmentRules.Checked;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentRulesTest {
    private static final byte[] PDF = "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8);

    private static Checked.Fit fit(String name, byte[] bytes) {
        return (Checked.Fit) AttachmentRules.check(name, bytes);
    }

    private static void refused(String name, byte[] bytes, CommunicationReason reason) {
        assertThat(AttachmentRules.check(name, bytes))
                .isInstanceOfSatisfying(
                        Checked.Unfit.class,
                        unfit -> assertThat(unfit.refusal().reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "Programme.pdf, Programme.pdf",
        "C:\\Users\\claire\\Programme.pdf, Programme.pdf",
        "../../etc/Programme.pdf, Programme.pdf",
        "..Programme .pdf, Programme .pdf",
        "Pro\u202egramme\u0000.pdf, Programme.pdf",
        "'  Sortie   au musée.PDF ', Sortie au musée.PDF",
        "e\u0301te\u0301.pdf, été.pdf"
    })
    void a_name_is_a_name_alone(String given, String kept) {
        String written =
                given.replace("\\u202e", "\u202e").replace("\\u0000", "\0").replace("\\u0301", "\u0301");
        assertThat(fit(written, PDF)).isEqualTo(new Checked.Fit(kept, "application/pdf"));
    }

    @Test
    void a_name_that_is_none_or_too_long_is_refused() {
        refused("", PDF, CommunicationReason.FILE_NAME_UNFIT);
        refused("dossier/", PDF, CommunicationReason.FILE_NAME_UNFIT);
        refused("..", PDF, CommunicationReason.FILE_NAME_UNFIT);
        refused("é".repeat(197) + ".pdf", PDF, CommunicationReason.FILE_NAME_UNFIT);
        assertThat(fit("é".repeat(196) + ".pdf", PDF).fileName()).hasSize(200);
    }

    @Test
    void an_empty_or_a_huge_file_is_refused() {
        refused("a.pdf", new byte[0], CommunicationReason.FILE_EMPTY);
        refused("a.pdf", Arrays.copyOf(PDF, AttachmentRules.BYTES_EACH + 1), CommunicationReason.FILE_TOO_LARGE);
        fit("a.pdf", Arrays.copyOf(PDF, AttachmentRules.BYTES_EACH));
    }

    @ParameterizedTest
    @CsvSource({
        "a.jpg, ffd8ffe000104a46, image/jpeg",
        "a.JPEG, ffd8ffe1, image/jpeg",
        "a.png, 89504e470d0a1a0a00, image/png",
        "a.gif, 474946383961, image/gif",
        "a.webp, 524946460000000057454250, image/webp",
        "a.docx, 504b0304141f5b436f6e74656e745f54797065735d2e786d6c, "
                + "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "a.doc, d0cf11e0a1b11ae1, application/msword",
        "a.txt, 426f6e6a6f757220e9e80d0a, text/plain",
        "a.csv, 613b620a, text/csv",
        "a.mp3, 494433040000, audio/mpeg",
        "a.mp3, fffb9064, audio/mpeg"
    })
    void what_schools_send_is_taken(String name, String hex, String mediaType) {
        assertThat(fit(name, HexFormat.of().parseHex(hex)).mediaType()).isEqualTo(mediaType);
    }

    @Test
    void an_open_document_is_told_by_what_it_says_of_itself() {
        byte[] odt = "PK\3\4......mimetypeapplication/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
        assertThat(fit("a.odt", odt).mediaType()).isEqualTo("application/vnd.oasis.opendocument.text");
        refused("a.ods", odt, CommunicationReason.FILE_TYPE_DISAGREES);
    }

    @ParameterizedTest
    @CsvSource({
        "a.pdf, 4d5a9000",
        "a.txt, 4d5a9000",
        "a.png, ffd8ffe0",
        "a.docx, 504b030414000000",
        "a.mp3, 255044462d",
        "a.jpg, ff"
    })
    void a_file_that_is_not_what_its_name_says_is_refused(String name, String hex) {
        refused(name, HexFormat.of().parseHex(hex), CommunicationReason.FILE_TYPE_DISAGREES);
    }

    @ParameterizedTest
    @CsvSource({"a.exe", "a.html", "a.zip", "a.pdf.exe", "a.docm", "a.svg", "pdf", "'.pdf'"})
    void another_kind_of_file_is_refused_with_those_that_are_taken(String name) {
        refused(name, PDF, CommunicationReason.FILE_TYPE_NOT_TAKEN);
        Checked.Unfit unfit = (Checked.Unfit) AttachmentRules.check(name, PDF);
        assertThat(fr.passerelle.ent.model.Sentences.sentence(
                        unfit.refusal().reason(), unfit.refusal().facts(), Locale.FRENCH))
                .contains("pdf, jpg, jpeg, png", "mp3");
    }
}
