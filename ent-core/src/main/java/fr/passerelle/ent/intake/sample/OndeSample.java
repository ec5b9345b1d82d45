package fr.passerelle.ent.intake.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import fr.passerelle.ent.model.Level;
import fr.passerelle.ent.model.SchoolYear;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes the invented exports of the pilot schools as ONDE writes them: ISO-8859-1, CRLF, every value quoted, 20
 * columns. Each line says that it is fictional, by its town and street.
 *
 * <p>The same seed gives the same bytes on every machine: only {@link Random}, whose numbers the Java platform
 * specifies, decides.
 */
public final class OndeSample {
    /** The school year of the sample. */
    public static final SchoolYear YEAR = new SchoolYear(2026);

    /** The seed where nobody chose one. */
    public static final long DEFAULT_SEED = 77_108;

    static final List<String> HEADINGS = List.of(
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

    private OndeSample() {}

    /**
     * One file.
     *
     * @param name {@code UAI-CSVExtraction-eleves.csv}
     */
    public record SampleFile(SampleSchool school, String name, byte[] content) {}

    /** The files of all sample schools, in the order of {@link SampleSchool#ALL}. */
    public static List<SampleFile> files(long seed) {
        Random random = new Random(seed);
        SampleNames names = new SampleNames(random);
        List<SampleFile> files = new ArrayList<>();
        for (SampleSchool school : SampleSchool.ALL) {
            files.add(new SampleFile(
                    school,
                    school.school() + "-CSVExtraction-eleves.csv",
                    pupils(new SampleFamilies(school, YEAR, random, names).pupils())));
        }
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

    private static byte[] pupils(List<SamplePupil> pupils) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(HEADINGS);
            pupils.forEach(pupil -> csv.writeRecord(cells(pupil)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> cells(SamplePupil pupil) {
        return List.of(
                pupil.familyName(),
                pupil.usageName(),
                pupil.firstName(),
                pupil.birthDate().toString(),
                pupil.girl() ? "F" : "M",
                pupil.house() + " rue de l'Exemple (données fictives)",
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

    private static String cycle(SamplePupil pupil) {
        if (pupil.level().compareTo(Level.CP) < 0) {
            return "CYCLE I";
        }
        return pupil.level() == Level.CM1 || pupil.level() == Level.CM2 ? "CYCLE III" : "CYCLE II";
    }
}
