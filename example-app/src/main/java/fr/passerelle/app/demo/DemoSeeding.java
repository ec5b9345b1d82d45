package fr.passerelle.app.demo;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.directory.Decisions;
import fr.passerelle.ent.directory.PreparedImport;
import fr.passerelle.ent.intake.OndeKind;
import fr.passerelle.ent.intake.sample.OndeSample;
import fr.passerelle.ent.intake.sample.OndeSample.SampleFile;
import fr.passerelle.ent.intake.sample.SampleSchool;
import fr.passerelle.ent.leisurecentre.LeisureCentre;
import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.OpenGroup;
import fr.passerelle.ent.leisurecentre.LeisureCentreCommand.RegisterLeisureCentre;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.LeisureCentreId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.school.SchoolCommand.RegisterSchool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the invented town through the same commands as anybody's, in the background. Every command's id is fixed: what an
 * earlier start has done is not done again, and what it left undone is.
 */
public final class DemoSeeding implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoSeeding.class);
    private static final SampleSchool FIRST = SampleSchool.ALL.get(0);
    private static final SampleSchool THIRD = SampleSchool.ALL.get(2);
    static final LeisureCentreId CENTRE = new LeisureCentreId("CL-TOURNELLES");

    private final Town town;
    private final List<Runnable> steps = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean stopped;

    public DemoSeeding(Town town) {
        this.town = town;
        SampleSchool.ALL.forEach(school -> steps.add(() -> town.send(
                new CommandId("demo/register/" + school.school()),
                new RegisterSchool(school.school(), school.name(), school.kind()))));
        steps.add(this::centre);
        List<SampleFile> files = OndeSample.files(OndeSample.DEFAULT_SEED);
        files.stream().filter(file -> file.kind() == OndeKind.PUPILS).forEach(file -> steps.add(() -> roster(file)));
        steps.add(this::welcome);
        steps.add(this::meeting);
        steps.add(this::wednesday);
        files.stream().filter(file -> file.kind() != OndeKind.PUPILS).forEach(file -> steps.add(() -> roster(file)));
        steps.add(new DemoReadiness(town)::add);
        steps.add(new DemoUsers(town)::add);
    }

    /** How many steps there are. */
    public int steps() {
        return steps.size();
    }

    /** How many are done. */
    public int done() {
        return done.get();
    }

    /** Ends after the step under way. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        for (Runnable step : steps) {
            if (stopped) {
                return;
            }
            try {
                step.run();
            } catch (RuntimeException e) {
                if (!stopped) {
                    LOG.error("The demo's data is not complete; the next start goes on with it.", e);
                }
                return;
            }
            done.incrementAndGet();
        }
    }

    private void centre() {
        boolean known = town.passerelle()
                .states()
                .find(LeisureCentre.FEATURE, CENTRE.value())
                .isPresent();
        if (!known) {
            town.send(
                    new CommandId("demo/register/" + CENTRE),
                    new RegisterLeisureCentre(CENTRE, "Centre de loisirs des Tournelles"));
        }
        for (String group : List.of("Les petits", "Les grands")) {
            town.send(new CommandId("demo/group/" + group), new OpenGroup(CENTRE, group));
        }
    }

    private void roster(SampleFile file) {
        try {
            PreparedImport prepared = town.passerelle()
                    .ondeImport()
                    .prepare(
                            new ByteArrayInputStream(file.content()),
                            file.school().school(),
                            OndeSample.YEAR,
                            Decisions.NONE);
            if (prepared instanceof PreparedImport.Ready ready && !ready.plan().isEmpty()) {
                var unused = town.passerelle().ondeImport().apply(ready);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One publication on three ENTs, for a class of the first school. */
    private void welcome() {
        write(
                "demo/welcome",
                FIRST.school(),
                classNamed(FIRST, "CM2 B"),
                "Sortie au musée jeudi",
                "<p>Bonjour à tous,</p><p>Jeudi, les CM2 B visitent le musée. Prévoyez un pique-nique et de bonnes"
                        + " chaussures.</p>");
    }

    /** Another that waits for somebody's hands. */
    private void meeting() {
        write(
                "demo/meeting",
                THIRD.school(),
                classNamed(THIRD, "CM2 A"),
                "Réunion des parents",
                "<p>La réunion de la classe a lieu mardi à 18 h, dans la salle des maîtres.</p>");
    }

    /** A leisure centre's, whose own people publish it. */
    private void wednesday() {
        write(
                "demo/wednesday",
                CENTRE,
                Audience.ofGroups("Les grands"),
                "Mercredi à la piscine",
                "<p>Mercredi, les grands vont à la piscine. Maillot, bonnet et serviette dans le sac.</p>");
    }

    private Audience classNamed(SampleSchool school, String name) {
        return Audience.ofClasses(town.places().classNamed(school.school(), name));
    }

    private void write(String key, PlaceId place, Audience audience, String title, String html) {
        CommandId intention = new CommandId(key);
        CommunicationId id =
                new CommunicationId(UUID.nameUUIDFromBytes(intention.value().getBytes(StandardCharsets.UTF_8)));
        town.send(
                intention.then("write"),
                new WriteCommunication(id, place, null, audience, CommunicationKind.BLOG, title, html));
        town.send(
                intention.then("publish"),
                new PublishCommunication(id, town.clock().instant()));
    }
}
