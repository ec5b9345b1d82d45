package fr.passerelle.ent.intake.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import fr.passerelle.ent.intake.OndeKind;
import fr.passerelle.ent.intake.sample.SampleAdults.SampleGuardian;
import fr.passerelle.ent.intake.sample.SampleAdults.SampleTeacher;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.SchoolYear;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Writes the invented exports of the pilot schools, of pupils, teachers and guardians, as ONDE writes them: ISO-8859-1,
 * CRLF, every value quoted. Each line says that it is fictional, by its town and street.
 *
 * <p>The same seed gives the same bytes on every machine: only {@link Random}, whose numbers the Java platform
 * specifies, decides.
 */
public final class OndeSample {
    /** The school year of the sample. */
    public static final SchoolYear YEAR = new SchoolYear(2026);

    /** The seed where nobody chose one. */
    public static final long DEFAULT_SEED = 77_108;

    private static final List<String> PUPIL_HEADINGS = List.of(
            "Nom Elève",
            "Nom d'usage Elève",
            "Prénom Elève",
            "Date naissance",
            "Sexe",
            "Adresse1",
            "Cp1",
            "Commune1",
            "Pays1",
            "Adresse2",
            "Cp2",
            "Commune2",
            "Pays2",
            " Cycle",
            "Niveau",
            "Classe",
            "Attestation fournie",
            "Autorisations associations",
            "Autorisations photos",
            "Décision de passage");

    private static final List<String> TEACHER_HEADINGS = List.of(
            "Civilité",
            "Nom usage",
            "Nom",
            "Prénom",
            "Adresse",
            "CP",
            "Commune",
            "Pays",
            "Courriel",
            "Téléphone domicile",
            "Téléphone portable",
            "Directeur",
            "Classe");

    private static final List<String> GUARDIAN_HEADINGS = List.of(
            "Civilité Responsable",
            "Nom usage responsable",
            "Nom responsable",
            "Prénom responsable",
            "Adresse responsable",
            "CP responsable",
            "Commune responsable",
            "Pays",
            "Courriel",
            "Téléphone domicile",
            "Téléphone travail",
            "Numéro de poste",
            "Téléphone portable");

    private static final List<String> CHILD_HEADINGS =
            List.of("Nom d'usage enfant", "Nom de famille enfant", "Prénom enfant", "Classes enfants");

    private static final int CHILDREN = 3;

    private OndeSample() {}

    /**
     * One file.
     *
     * @param name {@code UAI-CSVExtraction-eleves.csv}, {@code …-enseignants.csv} or {@code …-responsables.csv}
     */
    public record SampleFile(SampleSchool school, OndeKind kind, String name, byte[] content) {}

    /**
     * The files of all sample schools, in the order in which they are imported: by {@link OndeKind}, then in the order of
     * {@link SampleSchool#ALL}.
     */
    public static List<SampleFile> files(long seed) {
        Random random = new Random(seed);
        SampleNames names = new SampleNames(random);
        Map<SampleSchool, List<SamplePupil>> pupils = new LinkedHashMap<>();
        for (SampleSchool school : SampleSchool.ALL) {
            pupils.put(school, new SampleFamilies(school, YEAR, random, names).pupils());
        }
        // Adults come after all pupils, whose bytes stay what they were before there were any.
        SampleAdults adults = new SampleAdults(random, names);
        List<SampleFile> files = new ArrayList<>();
        pupils.forEach((school, theirs) -> files.add(file(
                school,
                OndeKind.PUPILS,
                "eleves",
                PUPIL_HEADINGS,
                theirs.stream().map(OndeSample::cells).toList())));
        pupils.keySet()
                .forEach(school -> files.add(file(
                        school,
                        OndeKind.TEACHERS,
                        "enseignants",
                        TEACHER_HEADINGS,
                        adults.teachers(school).stream().map(OndeSample::cells).toList())));
        pupils.forEach((school, theirs) -> files.add(file(
                school,
                OndeKind.GUARDIANS,
                "responsables",
                Stream.concat(
                                GUARDIAN_HEADINGS.stream(),
                                Collections.nCopies(CHILDREN, CHILD_HEADINGS).stream()
                                        .flatMap(List::stream))
                        .toList(),
                adults.guardians(theirs).stream().map(OndeSample::cells).toList())));
        return files;
    }

    /**
     * Writes the files into a directory, which is made if need be; files of the same names are replaced.
     *
     * @return the files written
     */
    public static List<Path> write(Path directory, long seed) throws IOException {
        Files.createDirectories(directory);
        List<Path> written = new ArrayList<>();
        for (SampleFile file : files(seed)) {
            written.add(Files.write(directory.resolve(file.name()), file.content()));
        }
        return written;
    }

    private static SampleFile file(
            SampleSchool school, OndeKind kind, String ending, List<String> headings, List<List<String>> lines) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(headings);
            lines.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SampleFile(
                school,
                kind,
                school.school() + "-CSVExtraction-" + ending + ".csv",
                text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<String> cells(SamplePupil pupil) {
        return List.of(
                pupil.familyName(),
                pupil.usageName(),
                pupil.firstName(),
                pupil.birthDate().toString(),
                pupil.girl() ? "F" : "M",
                street(pupil.house()),
                "00000",
                "FICTIVILLE",
                "FRANCE",
                "",
                "",
                "",
                "",
                cycle(pupil),
                pupil.level().name(),
                pupil.className(),
                "Non",
                "Non",
                "Non",
                "");
    }

    private static List<String> cells(SampleTeacher teacher) {
        return List.of(
                title(teacher.woman()),
                teacher.usageName(),
                teacher.familyName(),
                teacher.firstName(),
                "Salle des maîtres (données fictives)",
                "00000",
                "FICTIVILLE",
                "FRANCE",
                "",
                "",
                "",
                teacher.head() ? "oui" : "non",
                teacher.className());
    }

    private static List<String> cells(SampleGuardian guardian) {
        List<String> cells = new ArrayList<>(List.of(
                title(guardian.woman()),
                guardian.usageName(),
                guardian.familyName(),
                guardian.firstName(),
                street(guardian.children().get(0).house()),
                "00000",
                "FICTIVILLE",
                "FRANCE",
                "",
                "",
                "",
                "",
                ""));
        for (SamplePupil child : guardian.children()) {
            cells.addAll(List.of(child.usageName(), child.familyName(), child.firstName(), child.className()));
        }
        cells.addAll(Collections.nCopies((CHILDREN - guardian.children().size()) * CHILD_HEADINGS.size(), ""));
        return cells;
    }

    private static String title(boolean woman) {
        return woman ? "MME" : "M.";
    }

    private static String street(int house) {
        return house + " rue de l'Exemple (données fictives)";
    }

    private static String cycle(SamplePupil pupil) {
        if (pupil.level().compareTo(Level.CP) < 0) {
            return "CYCLE I";
        }
        return pupil.level() == Level.CM1 || pupil.level() == Level.CM2 ? "CYCLE III" : "CYCLE II";
    }
}
