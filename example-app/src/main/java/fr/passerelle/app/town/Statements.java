package fr.passerelle.app.town;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.readiness.Internet;
import fr.passerelle.ent.readiness.Party;
import fr.passerelle.ent.readiness.Readiness;
import fr.passerelle.ent.readiness.ReadinessCommand;
import fr.passerelle.ent.readiness.ReadinessReason;
import fr.passerelle.ent.readiness.Source;
import fr.passerelle.ent.readiness.Topic;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people say about a place, on a page or in a command, alike. */
public final class Statements {
    /** What takes the last statement back. */
    public static final String UNKNOWN = "unknown";

    private static final Pattern COUNT = Pattern.compile("\\s*(-?\\d{1,9})\\s*");
    private static final Pattern PART = Pattern.compile(COUNT.pattern() + "/" + COUNT.pattern());

    private Statements() {}

    /**
     * A statement.
     *
     * @param value {@code 12} for a device, {@code 5/8} for people, a word for the internet and for who repairs; or
     *     {@link #UNKNOWN}
     * @param payer who pays a device
     * @param provider who provides a device, or trains
     * @param today which no statement may lie after
     * @throws CodedException if the value does not fit its topic, or the day has not come
     */
    public static ReadinessCommand of(
            PlaceId place,
            Topic topic,
            String value,
            @Nullable Party payer,
            @Nullable Party provider,
            LocalDate on,
            Source source,
            LocalDate today) {
        if (value.equals(UNKNOWN)) {
            return new ReadinessCommand.WithdrawStatement(place, topic);
        }
        if (on.isAfter(today)) {
            throw new CodedException(ReadinessReason.DAY_AHEAD, Map.of("on", on.toString()));
        }
        return switch (topic) {
            case COMPUTERS, TABLETS, WHITEBOARDS, MOBILE_CLASSES ->
                new ReadinessCommand.CountEquipment(
                        place, topic, number(matched(COUNT, value), 1), payer, provider, on, source);
            case TRAINING -> {
                Matcher part = matched(PART, value);
                yield new ReadinessCommand.StateTraining(place, number(part, 1), number(part, 2), provider, on, source);
            }
            case FAMILIES -> {
                Matcher part = matched(PART, value);
                yield new ReadinessCommand.StateFamilies(place, number(part, 1), number(part, 2), on, source);
            }
            case INTERNET ->
                new ReadinessCommand.StateInternet(place, word(Internet.class, "internet", value), on, source);
            case MAINTENANCE ->
                new ReadinessCommand.StateMaintenance(place, word(Party.class, "maintenance", value), on, source);
        };
    }

    /**
     * A word of a list, in any case, with hyphens or underscores.
     *
     * @throws CodedException {@link AppReason#ARGUMENT_UNFIT}
     */
    public static <T extends Enum<T>> T word(Class<T> words, String what, String value) {
        try {
            return Enum.valueOf(words, value.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException notOne) {
            throw new CodedException(AppReason.ARGUMENT_UNFIT, Map.of("what", what, "value", value), notOne);
        }
    }

    private static Matcher matched(Pattern form, String value) {
        Matcher matcher = form.matcher(value);
        if (!matcher.matches()) {
            throw new CodedException(
                    ReadinessReason.COUNT_UNFIT, Map.of("value", value, "limit", Integer.toString(Readiness.MOST)));
        }
        return matcher;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
