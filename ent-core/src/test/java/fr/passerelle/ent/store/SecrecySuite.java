package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.model.AttachmentId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.store.Note.NoteCommand.Add;
import fr.passerelle.ent.store.Note.NoteCommand.Write;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No name lies in the store in any form; a database joins with a subclass of a few lines. */
abstract class SecrecySuite extends StoreTestBase {
    private static final String[] NAMES = {"Vérité-Lumière", "Dubuisson-Test", "Anneliese Übermut"};

    /** Where the database's files lie, once it has written what it keeps in memory. */
    abstract List<Path> files() throws Exception;

    private static List<String> search(List<Path> places, String... texts) throws Exception {
        List<String> hits = new ArrayList<>();
        for (Path place : places) {
            hits.addAll(ByteSearch.inAnotherProcess(place, texts));
        }
        return hits;
    }

    @Test
    void sealed_names_are_in_no_file_of_the_store() throws Exception {
        for (int number = 0; number < 60; number++) {
            done(new Write(
                    "n" + number,
                    "what is no secret",
                    "",
                    List.of(Personal.of(SubjectId.random(), NAMES[number % NAMES.length] + number))));
        }
        await(done(new Add("n1", 1)));
        assertThat(tested.rows("SELECT count(*) FROM {schema}state", row -> row.getInt(1)))
                .containsExactly(60);

        assertThat(search(files(), "what is no secret")).isNotEmpty();
        assertThat(search(files(), NAMES)).isEmpty();
        tested.close();
        assertThat(search(files(), NAMES)).isEmpty();
    }

    @Test
    void neither_an_attached_file_nor_what_is_said_of_it_is_in_a_file_of_the_store() throws Exception {
        tested.features = List.of(Note.FEATURE, Communication.FEATURE);
        CommunicationId communication = CommunicationId.random();
        byte[] letter = (NAMES[0] + " a perdu son bonnet. ").repeat(5_000).getBytes(StandardCharsets.UTF_8);
        AttachmentId id = tested.store().attachments().keep(communication.subject(), letter, StoreUnderTest.NOW);
        await(done(new WriteCommunication(
                communication,
                new Uai("0771369V"),
                null,
                Audience.wholePlace(),
                CommunicationKind.MESSAGE,
                NAMES[1],
                "",
                List.of(new Attachment(
                                id,
                                Personal.of(communication.subject(), NAMES[2] + ".txt"),
                                "text/plain",
                                letter.length)
                        .saying(NAMES[0] + " au musée")))));

        assertThat(search(files(), id.value())).isNotEmpty();
        assertThat(search(files(), NAMES)).isEmpty();
        tested.close();
        assertThat(search(files(), NAMES)).isEmpty();
    }

    @Test
    void the_search_finds_every_form_where_there_is_one() throws Exception {
        Path clear = Files.createDirectory(directory.resolve("clear"));
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Files.write(clear.resolve(charset.name()), ("<" + NAMES[0] + ">").getBytes(charset));
        }
        for (String before : List.of("", "a", "ab")) {
            Files.write(
                    clear.resolve("base64-" + before.length()),
                    Base64.getEncoder().encode((before + NAMES[0] + "cd").getBytes(StandardCharsets.UTF_8)));
        }

        assertThat(ByteSearch.inAnotherProcess(clear, NAMES))
                .extracting(hit -> hit.substring(0, hit.indexOf(' ')))
                .containsOnly("UTF-8", "UTF-16LE", "UTF-16BE", "base64/0", "base64/1", "base64/2");
    }
}
