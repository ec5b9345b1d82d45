package fr.passerelle.ent.files;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.files.FilesDesk.Filed;
import fr.passerelle.ent.files.MemoryShelf.Mood;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an ENT does to writes and looks, however often a file is put: there is never a second one. */
class FilingProperties {
    record Step(String name, byte[] bytes, Mood mood, boolean listFails, boolean fetchFails, int secondsAfter) {
        @Override
        public String toString() {
            return name + "/" + bytes[0] + " " + mood + (listFails ? " no list" : "") + (fetchFails ? " no fetch" : "")
                    + " +" + secondsAfter;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of("leçon.pdf", "plan.pdf"),
                        Arbitraries.of(new byte[] {1}, new byte[] {2}, new byte[] {3, 3}),
                        Arbitraries.of(Mood.class).filter(mood -> mood != Mood.FALLS_OVER),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.of(0, 1, 300, 599, 600, 601))
                .as(Step::new);
        return step.list().ofMaxSize(25);
    }

    @Property(tries = 2000)
    void a_file_put_again_is_never_there_twice(@ForAll("steps") List<Step> steps) {
        MemoryShelf shelf = new MemoryShelf();
        Filing filing = new Filing(() -> shelf.now);
        for (Step step : steps) {
            shelf.mood = step.mood();
            shelf.listFails = step.listFails();
            shelf.fetchFails = step.fetchFails();
            long before = shelf.count(step.name(), step.bytes());
            int writes = shelf.writes;
            Filed filed = filing.put(shelf.account(), shelf.space(), "", step.name(), step.bytes());

            assertThat(shelf.writes - writes).isBetween(0, 1);
            long after = shelf.count(step.name(), step.bytes());
            if (filed instanceof Filed.Done done) {
                assertThat(after).isEqualTo(1);
                assertThat(before).isEqualTo(done.wasThere() ? 1 : 0);
            } else if (filed instanceof Filed.NotDone) {
                assertThat(after).isEqualTo(before);
            }
            assertThat(filed.toString()).doesNotContain("leçon", "secrète", "plan");
            shelf.pass(Duration.ofSeconds(step.secondsAfter()));
            for (Step any : steps) {
                assertThat(shelf.count(any.name(), any.bytes())).isLessThanOrEqualTo(1);
            }
        }
    }

    @Property(tries = 500)
    void what_is_put_until_it_is_known_lies_there_in_the_end(
            @ForAll Mood first, @ForAll Mood second, @ForAll boolean listFails) {
        MemoryShelf shelf = new MemoryShelf();
        Filing filing = new Filing(() -> shelf.now);
        byte[] bytes = {7};
        shelf.listFails = listFails;
        for (Mood mood : List.of(first, second, Mood.WELL)) {
            shelf.mood = mood;
            Filed filed = filing.put(shelf.account(), shelf.space(), "", "leçon.pdf", bytes);
            shelf.listFails = false;
            if (filed instanceof Filed.Unknown unknown) {
                shelf.pass(Duration.between(shelf.now, unknown.until()));
            }
        }
        assertThat(shelf.count("leçon.pdf", bytes)).isEqualTo(1);
    }
}
