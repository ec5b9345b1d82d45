package fr.passerelle.one;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.one.sandbox.SandboxObjects.AttachmentView;
import fr.passerelle.one.sandbox.SandboxObjects.InfoView;
import fr.passerelle.one.sandbox.SandboxObjects.MessageView;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Sixty requests in a hundred answered 503, ten cut after the server acted, five committed late: every publication ends
 * visible, none twice, none orphaned. The engine's rules are played by the smallest loop that keeps them.
 */
class StormTest {
    private static final FaultPlan STORM = FaultPlan.of(
            20261124,
            Rule.percent(Kind.STATUS, 60),
            Rule.percent(Kind.CUT_AFTER_ACTING, 10),
            Rule.percent(Kind.COMMIT_LATE, 5).seconds(200));
    private static final String[] CLASSES = {"CM2 A", "CM2 B", "CM1 A"};

    private final AtTheSandbox one = new AtTheSandbox();

    @Test
    void every_publication_ends_visible_exactly_once() {
        try (one) {
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String name = CLASSES[i % CLASSES.length];
                Destination wall = new Destination(new Uai("0771369V"), "class/" + name, name);
                items.add(one.item(wall, "AAAA-BBBB-%04d".formatted(i)));
            }
            one.sandbox.faults(STORM);

            items.forEach(item -> settled(item, item.publish()));
            items.forEach(item -> settled(item, item.correct("Sortie reportée", "<p>À jeudi.</p>")));
            List<Item> withdrawn = items.subList(0, 6);
            withdrawn.forEach(item -> settled(item, item.withdraw()));

            one.pass(Duration.ofHours(1));
            List<PostView> posts = one.sandbox.objects().posts();
            assertThat(posts).hasSize(18).allMatch(PostView::visible);
            assertThat(posts).extracting(PostView::reference).doesNotHaveDuplicates();
            assertThat(posts).extracting(PostView::title).containsOnly("Sortie reportée");
            assertThat(one.sandbox.objects().blogs())
                    .hasSize(3)
                    .allSatisfy(blog -> assertThat(blog.readers()).hasSize(3));
            assertThat(one.sandbox.objects().pending()).isZero();
            assertThat(one.sandbox.injected())
                    .containsOnlyKeys(Kind.STATUS, Kind.CUT_AFTER_ACTING, Kind.COMMIT_LATE)
                    .allSatisfy((kind, count) -> assertThat(count).isPositive());
        }
    }

    @Test
    void all_news_end_seen_exactly_once_in_one_thread_and_leave_no_draft() {
        try (one) {
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String name = CLASSES[i % CLASSES.length];
                Destination readers = new Destination(new Uai("0771369V"), "news/class/" + name, name);
                items.add(one.item(i < 10 ? readers : Item.WHOLE_SCHOOL, "AAAA-BBBB-%04d".formatted(i))
                        .asNews());
            }
            one.sandbox.faults(STORM);

            items.forEach(item -> settled(item, item.publish()));
            items.forEach(item -> settled(item, item.correct("Sortie reportée", "<p>À jeudi.</p>")));
            items.subList(0, 4).forEach(item -> settled(item, item.withdraw()));

            one.pass(Duration.ofHours(1));
            List<InfoView> infos = one.sandbox.objects().infos();
            assertThat(infos).hasSize(8).allMatch(InfoView::visible);
            assertThat(infos).extracting(InfoView::reference).doesNotHaveDuplicates();
            assertThat(infos).extracting(InfoView::title).containsOnly("Sortie reportée");
            assertThat(infos).allSatisfy(info -> {
                assertThat(info.readers()).hasSizeBetween(3, 4);
                assertThat(info.announcedTo()).doesNotHaveDuplicates();
            });
            assertThat(one.sandbox.objects().threads()).hasSize(1);
            assertThat(one.sandbox.objects().pending()).isZero();
        }
    }

    @Test
    void every_message_is_sent_with_its_files_exactly_once() {
        try (one) {
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String name = CLASSES[i % CLASSES.length];
                Destination families = new Destination(new Uai("0771369V"), "message/class/" + name, name);
                items.add(one.item(i < 10 ? families : Item.STAFF, "AAAA-BBBB-%04d".formatted(i))
                        .asMessage(
                                Item.file("Programme.txt", "text/plain", "Départ à neuf heures"),
                                Item.file("Plan.txt", "text/plain", "Devant le musée")));
            }
            one.sandbox.faults(STORM);

            List<Outcome> withdrawn = new ArrayList<>();
            for (Item item : items) {
                assertThat(settle(item, item.publish())).isInstanceOf(Outcome.Applied.class);
                if (withdrawn.size() < 4) {
                    withdrawn.add(settle(item, item.withdraw()));
                }
            }

            one.pass(Duration.ofHours(1));
            // In such a storm the hour may be over before ONE has heard the wish: then it is said, and the message
            // stays.
            long late =
                    withdrawn.stream().filter(Outcome.Refused.class::isInstance).count();
            assertThat(late).isLessThan(4);
            List<MessageView> messages = one.sandbox.objects().messages();
            assertThat(messages).hasSize(12);
            assertThat(messages)
                    .filteredOn(MessageView::visible)
                    .hasSize(8 + (int) late)
                    .allSatisfy(message -> {
                        assertThat(message.to()).hasSize(2);
                        assertThat(message.attachments())
                                .extracting(AttachmentView::name)
                                .containsExactly("Programme.txt", "Plan.txt");
                    })
                    .extracting(MessageView::reference)
                    .doesNotHaveDuplicates();
            assertThat(messages)
                    .filteredOn(message -> !message.visible())
                    .extracting(MessageView::state)
                    .containsOnly("RECALL");
            assertThat(one.sandbox.objects().pending()).isZero();
        }
    }

    private void settled(Item item, Outcome first) {
        assertThat(settle(item, first)).isInstanceOfAny(Outcome.Applied.class, Outcome.AlreadyApplied.class);
    }

    private Outcome settle(Item item, Outcome first) {
        Outcome outcome = first;
        for (int turn = 0; turn < 500; turn++) {
            if (outcome instanceof Outcome.Applied
                    || outcome instanceof Outcome.AlreadyApplied
                    || outcome instanceof Outcome.Refused) {
                return outcome;
            }
            if (outcome instanceof Outcome.Unknown) {
                resolve(item);
            } else {
                Outcome.Deferred deferred = (Outcome.Deferred) outcome;
                assertThat(deferred.fault()).isInstanceOf(Fault.Unreachable.class);
                pause(deferred.notBefore());
            }
            outcome = item.run();
        }
        throw new AssertionError("Not settled: " + outcome);
    }

    /** Looks until it is found, or believes that it did not happen once the settle horizon is over. */
    private void resolve(Item item) {
        Instant horizon = one.clock
                .instant()
                .plus(AtTheSandbox.connector(one.account())
                        .descriptor()
                        .publishes(item.work().content().kind())
                        .orElseThrow()
                        .settlesWithin());
        while (true) {
            Resolution seen = item.resolve();
            assertThat(seen).isNotInstanceOf(Resolution.Several.class);
            if (seen instanceof Resolution.Happened
                    || (seen instanceof Resolution.NotVisible
                            && !one.clock.instant().isBefore(horizon))) {
                return;
            }
            pause(null);
        }
    }

    private void pause(@org.jspecify.annotations.Nullable Instant notBefore) {
        Duration least = Duration.ofSeconds(30);
        Duration asked = notBefore == null ? least : Duration.between(one.clock.instant(), notBefore);
        one.pass(List.of(least, asked).stream().max(Comparator.naturalOrder()).orElseThrow());
    }
}
