package fr.passerelle.ent.model;

import java.text.Normalizer;

/** How a file's name is made fit to be stored, shown and compared. Pure. */
public final class FileNames {
    private FileNames() {}

    /**
     * A file's name alone: without path, control characters and signs that turn the direction of writing. Cleaning what
     * is clean changes nothing.
     *
     * @return empty where nothing is left
     */
    public static String clean(String fileName) {
        String visible = fileName.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]", "");
        String composed = Normalizer.normalize(visible, Normalizer.Form.NFC);
        return composed.substring(Math.max(composed.lastIndexOf('/'), composed.lastIndexOf('\\')) + 1)
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
    }
}
