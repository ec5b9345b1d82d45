package fr.passerelle.app.town;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.intake.OndeKind;
import fr.passerelle.ent.intake.OndeReader;
import fr.passerelle.ent.intake.RosterFile;
import fr.passerelle.ent.intake.RosterFile.Export;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Uai;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads ONDE's exports that somebody gives for a place, all before anything is done with one of them. */
public final class RosterFiles {
    private static final Pattern NEITHER_DIGIT_NOR_LETTER = Pattern.compile("[^0-9A-Za-z]+");

    private RosterFiles() {}

    /** A file as somebody gives it: the name that it has on her machine, and its bytes. */
    public record Given(String name, byte[] bytes) {
        @Override
        public String toString() {
            return "Given[" + bytes.length + " bytes]";
        }
    }

    /**
     * Its exports, in the order in which they are imported.
     *
     * @throws CodedException if the place is no school, a file is not one of ONDE's, is named after another school, or is
     *     of a kind that another one is of; nothing was changed
     */
    public static List<Export> read(PlaceId place, SchoolYear year, List<Given> files) {
        if (!(place instanceof Uai school)) {
            throw new CodedException(AppReason.ONDE_OF_A_CENTRE, Map.of("place", place.value()));
        }
        Set<OndeKind> kinds = EnumSet.noneOf(OndeKind.class);
        List<Export> exports = files.stream()
                .map(file -> read(school, year, file))
                .sorted(Comparator.comparing(Export::kind))
                .toList();
        if (!exports.stream().map(Export::kind).allMatch(kinds::add)) {
            throw new CodedException(AppReason.SAME_EXPORT_TWICE, Map.of());
        }
        return exports;
    }

    private static Export read(Uai school, SchoolYear year, Given file) {
        // The file does not say whose it is; its name often does.
        other(school, file.name()).ifPresent(other -> {
            throw new CodedException(
                    AppReason.EXPORT_OF_ANOTHER_SCHOOL, Map.of("other", other.value(), "place", school.value()));
        });
        RosterFile read = OndeReader.read(file.bytes(), school, year);
        if (read instanceof RosterFile.Unreadable unreadable) {
            throw new CodedException(
                    unreadable.refusal().reason(), unreadable.refusal().facts());
        }
        return (Export) read;
    }

    private static Optional<Uai> other(Uai school, String name) {
        return NEITHER_DIGIT_NOR_LETTER
                .splitAsStream(name)
                .flatMap(RosterFiles::uai)
                .filter(found -> !found.equals(school))
                .findFirst();
    }

    private static Stream<Uai> uai(String word) {
        try {
            return Stream.of(Uai.parse(word));
        } catch (IllegalArgumentException notOne) {
            return Stream.empty();
        }
    }
}
