package fr.passerelle.ent.store;

import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult.Done;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.store.Note.NoteCommand.Add;
import fr.passerelle.ent.store.Note.NoteCommand.Write;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Sends commands on four threads and writes down each answer, until it is killed. */
public final class KillChild {
    static final int THREADS = 4;
    static final int EVENTS = 2;

    private KillChild() {}

    /** Arguments: directory, round, file of acknowledgements, then nothing for SQLite or port and two databases. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        String round = arguments[1];
        StoreUnderTest tested = arguments.length == 3
                ? new SqliteUnderTest(directory)
                : new PostgresUnderTest(
                        directory,
                        PostgresServer.source(Integer.parseInt(arguments[3]), arguments[4]),
                        PostgresServer.source(Integer.parseInt(arguments[3]), arguments[5]));
        try (FileChannel acks = FileChannel.open(
                Path.of(arguments[2]),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            StoreTestBase.inParallel(THREADS, thread -> {
                for (int number = 0; ; number++) {
                    CommandId id = new CommandId(round + "/" + thread + "/" + number);
                    // Every third command needs a key that is made with it.
                    Note.NoteCommand command = number % 3 == 0
                            ? new Write(
                                    round + "-" + thread + "-" + number,
                                    "f",
                                    "",
                                    List.of(Personal.of(SubjectId.random(), "Nobody " + id)))
                            : new Add("n" + thread, EVENTS);
                    Done done = (Done) tested.store().commands().send(id, command);
                    acks.write(ByteBuffer.wrap(
                            (id.value() + " " + done.position() + "\n").getBytes(StandardCharsets.UTF_8)));
                }
            });
        }
    }
}
