package fr.passerelle.app.town;

import fr.passerelle.ent.readiness.Party;
import fr.passerelle.ent.readiness.ReadinessEvent.EquipmentCounted;
import fr.passerelle.ent.readiness.ReadinessEvent.FamiliesActivated;
import fr.passerelle.ent.readiness.ReadinessEvent.InternetStated;
import fr.passerelle.ent.readiness.ReadinessEvent.MaintenanceStated;
import fr.passerelle.ent.readiness.ReadinessEvent.StaffTrained;
import fr.passerelle.ent.readiness.ReadinessEvent.Statement;
import fr.passerelle.ent.readiness.Source;
import fr.passerelle.ent.readiness.Topic;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A statement about a place, as lists show it.
 *
 * @param count null where a word says it
 * @param of out of how many, or null
 * @param word null where a number says it
 * @param provider who provides a device, or trained
 */
public record Figure(
        Topic topic,
        @Nullable Integer count,
        @Nullable Integer of,
        @Nullable Enum<?> word,
        @Nullable Party payer,
        @Nullable Party provider,
        LocalDate on,
        Source source) {

    /** As a list shows it. */
    public static Figure of(Statement said) {
        if (said instanceof EquipmentCounted counted) {
            return new Figure(
                    said.topic(),
                    counted.count(),
                    null,
                    null,
                    counted.payer(),
                    counted.provider(),
                    said.on(),
                    said.source());
        }
        if (said instanceof StaffTrained staff) {
            return new Figure(
                    said.topic(), staff.trained(), staff.of(), null, null, staff.trainer(), said.on(), said.source());
        }
        if (said instanceof FamiliesActivated families) {
            return new Figure(
                    said.topic(), families.activated(), families.of(), null, null, null, said.on(), said.source());
        }
        Enum<?> word = said instanceof InternetStated internet ? internet.internet() : ((MaintenanceStated) said).by();
        return new Figure(said.topic(), null, null, word, null, null, said.on(), said.source());
    }

    /** As {@link Statements} reads it. */
    public String value() {
        return word != null ? word(word) : of == null ? String.valueOf(count) : count + "/" + of;
    }

    /** A word as programs and commands write it. */
    public static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
