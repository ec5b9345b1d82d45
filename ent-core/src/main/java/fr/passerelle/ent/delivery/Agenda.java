package fr.passerelle.ent.delivery;

import fr.passerelle.ent.model.PlaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The open items of one account, in order: at a destination the older communication goes first, and a later one waits
 * while it is under way, unknown or deferred. What a person must decide holds back nobody.
 *
 * @param open by age of their communication
 */
record Agenda(List<Item> open) {
    private static final Comparator<Item> BY_AGE = Comparator.comparing(
                    (Item item) -> item.known().orderedAt())
            .thenComparing(item -> item.known().communication().toString())
            .thenComparing(item -> item.known().item().toString());

    Agenda {
        open = open.stream().sorted(BY_AGE).toList();
    }

    static Agenda empty() {
        return new Agenda(List.of());
    }

    /**
     * All items so that no place waits for another's pile: one of each place, then the next of each.
     *
     * @param served how many items of a place were carried so far; who had less comes first
     */
    List<Item> fairly(Map<PlaceId, Long> served) {
        Map<PlaceId, List<Item>> byPlace = new LinkedHashMap<>();
        open.forEach(item -> byPlace.computeIfAbsent(item.known().place(), place -> new ArrayList<>())
                .add(item));
        List<List<Item>> places = byPlace.entrySet().stream()
                .sorted(Comparator.comparing(entry -> served.getOrDefault(entry.getKey(), 0L)))
                .map(Map.Entry::getValue)
                .toList();
        int longest = places.stream().mapToInt(List::size).max().orElse(0);
        List<Item> fair = new ArrayList<>(open.size());
        for (int row = 0; row < longest; row++) {
            for (List<Item> items : places) {
                if (row < items.size()) {
                    fair.add(items.get(row));
                }
            }
        }
        return fair;
    }

    /** When the first item that no other holds back is due. */
    Optional<Instant> nextDue() {
        Set<String> held = new HashSet<>();
        Map<ItemId, Instant> due = new HashMap<>();
        for (Item item : open) {
            if (!held.contains(item.known().destination()) && item.dueAt() != null) {
                due.put(item.known().item(), item.dueAt());
            }
            if (item.holdsBackLaterOnes()) {
                held.add(item.known().destination());
            }
        }
        return due.values().stream().min(Comparator.naturalOrder());
    }
}
