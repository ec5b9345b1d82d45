package fr.passerelle.app.web;

import fr.passerelle.app.town.Figure;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.readiness.Readiness;
import fr.passerelle.ent.readiness.Topic;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place's readiness for programs.
 *
 * @param referent whether it has one
 * @param unknown the topics of which nobody has said anything
 */
record ReadinessJson(String place, boolean referent, List<FigureJson> stated, List<String> unknown) {

    /** A statement: a count, perhaps out of so many, or a word. */
    record FigureJson(
            String topic,
            @Nullable Integer count,
            @Nullable Integer of,
            @Nullable String word,
            @Nullable String payer,
            @Nullable String provider,
            LocalDate on,
            String source) {
        private static FigureJson of(Figure figure) {
            return new FigureJson(
                    Figure.word(figure.topic()),
                    figure.count(),
                    figure.of(),
                    word(figure.word()),
                    word(figure.payer()),
                    word(figure.provider()),
                    figure.on(),
                    Figure.word(figure.source()));
        }

        private static @Nullable String word(@Nullable Enum<?> word) {
            return word == null ? null : Figure.word(word);
        }
    }

    static ReadinessJson of(PlaceId place, boolean referent, Readiness state) {
        return new ReadinessJson(
                place.value(),
                referent,
                Arrays.stream(Topic.values())
                        .flatMap(topic -> state.of(topic).stream())
                        .map(said -> FigureJson.of(Figure.of(said)))
                        .toList(),
                Arrays.stream(Topic.values())
                        .filter(topic -> state.of(topic).isEmpty())
                        .map(Figure::word)
                        .toList());
    }
}
