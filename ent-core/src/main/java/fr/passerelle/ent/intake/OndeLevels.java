package fr.passerelle.ent.intake;

import fr.passerelle.ent.model.Level;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Levels as ONDE writes them: their short names, or in words. */
final class OndeLevels {
    private static final Map<String, Level> BY_WORDS = Map.ofEntries(
            Map.entry("toutepetitesection", Level.TPS),
            Map.entry("toutepetitesectiondematernelle", Level.TPS),
            Map.entry("petitesection", Level.PS),
            Map.entry("petitesectiondematernelle", Level.PS),
            Map.entry("moyennesection", Level.MS),
            Map.entry("moyennesectiondematernelle", Level.MS),
            Map.entry("grandesection", Level.GS),
            Map.entry("grandesectiondematernelle", Level.GS),
            Map.entry("courspreparatoire", Level.CP),
            Map.entry("courselementaire1", Level.CE1),
            Map.entry("courselementaire2", Level.CE2),
            Map.entry("coursmoyen1", Level.CM1),
            Map.entry("coursmoyen2", Level.CM2),
            Map.entry("ulisecole", Level.ULIS),
            Map.entry("unitelocaliseepourlinclusionscolaire", Level.ULIS),
            Map.entry("unitepedagogiquepourelevesallophonesarrivants", Level.UPE2A));

    private OndeLevels() {}

    /** The level that a cell names, or null. */
    static @Nullable Level parse(String cell) {
        String key = OndeHeadings.key(cell);
        for (Level level : Level.values()) {
            if (OndeHeadings.key(level.name()).equals(key)) {
                return level;
            }
        }
        return BY_WORDS.get(key.replaceFirst("(1|1ere|1re|1er|premiere)(annee)?$", "1")
                .replaceFirst("(2|2e|2eme|2nde|2nd|deuxieme|seconde)(annee)?$", "2"));
    }
}
