package fr.passerelle.one;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * A list that comes page by page. Where it is more than one page, something may have slipped from one to another
 * meanwhile: it is read twice, or the look proves nothing.
 *
 * @param page reads a page, from 0
 * @param kept which lines are wanted
 * @param last whether a line says that nothing wanted comes after its page
 */
record TwiceRead<T>(OneRoute route, IntFunction<List<T>> page, Predicate<T> kept, Predicate<T> last) {
    private static final int MOST_PAGES = 200;

    private record Walk<T>(List<T> lines, boolean onePage) {}

    /** The lines that are wanted. */
    List<T> lines() {
        Walk<T> first = walk();
        if (!first.onePage && !first.lines.equals(walk().lines)) {
            throw StepEnds.deferred(new Fault.Unreachable(null));
        }
        return first.lines;
    }

    private Walk<T> walk() {
        List<T> wanted = new ArrayList<>();
        for (int number = 0; number < MOST_PAGES; number++) {
            List<T> lines = page.apply(number);
            lines.stream().filter(kept).forEach(wanted::add);
            if (lines.isEmpty() || lines.stream().anyMatch(last)) {
                return new Walk<>(wanted, number == 0 || (number == 1 && lines.isEmpty()));
            }
        }
        throw StepEnds.deferred(OneClient.broken(route, "an end", "more than " + MOST_PAGES + " pages"));
    }
}
