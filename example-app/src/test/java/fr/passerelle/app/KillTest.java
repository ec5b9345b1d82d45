package fr.passerelle.app;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.app.Desk.Child;
import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.SandboxObjects;
import fr.passerelle.one.sandbox.SandboxObjects.BlogView;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that sends is killed, and another one carries on: every class has its post once, nothing is left half made. */
class KillTest {
    /** Each step of the connector, and the request that it is. */
    private static final Map<String, String> STEPS = steps();

    private static final int KILLS_AT_RANDOM = 20;

    @TempDir
    private Path directory;

    private final OneSandbox one = OneSandbox.start(0);
    private Desk desk = new Desk(Path.of("."));
    private int processes;

    @BeforeEach
    void furnish() {
        desk = Desk.at(directory, one).furnished();
    }

    @AfterEach
    void close() {
        one.close();
    }

    private static Map<String, String> steps() {
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put("find-account", "GET /auth/oauth2/userinfo");
        steps.put("find-school", "GET /directory/structure/admin/list");
        steps.put("find-class", "GET /directory/class/admin/list");
        steps.put("find-groups", "GET /directory/group/admin/list");
        steps.put("find-blog", "GET /blog/list/all");
        steps.put("create-blog", "POST /blog");
        steps.put("find-roles", "GET /blog/share/json/:blog");
        steps.put("share-blog", "PUT /blog/share/resource/:blog");
        steps.put("create-post", "POST /blog/post/:blog");
        steps.put("publish-post", "PUT /blog/post/publish/:blog/:post");
        return steps;
    }

    private Child communicate(String title) {
        processes++;
        return desk.communicating(title);
    }

    @Test
    void a_kill_after_every_step_leaves_each_class_its_post_once() {
        int kills = 0;
        for (Map.Entry<String, String> step : STEPS.entrySet()) {
            one.faults(FaultPlan.of(1, Rule.nth(Kind.SLOW, step.getValue(), 1).seconds(600)));
            long before = held();
            killOnce(communicate("Sortie"), step.getKey(), () -> held() > before);
            kills++;
        }
        one.faults(FaultPlan.NONE);

        communicate("Sortie").ended().ended(0);

        assertThat(kills).isEqualTo(STEPS.size());
        thingsAreAsTheyShould(List.of("Sortie"));
        tell(kills + " kills, one after each of " + STEPS.keySet());
    }

    @Test
    @Tag("thorough")
    void twenty_kills_at_random_moments_leave_each_class_its_posts_once() {
        communicate("Sortie 0").ended().ended(0);
        long whole = one.requests().size();
        communicate("Sortie 00").ended().ended(0);
        int least = 2;
        long usual = one.requests().size() - whole;
        long seed = Long.getLong("kill.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int kill = 1; kill <= KILLS_AT_RANDOM; kill++) {
            long before = one.requests().size();
            // Between the sign-in and the last confirmation.
            long wanted = before + least + random.nextInt((int) usual - least);
            Child sender = communicate("Sortie " + kill);
            killOnce(
                    sender,
                    "seed " + seed + ", kill " + kill,
                    () -> one.requests().size() >= wanted);
            communicate("Sortie " + kill).ended().ended(0);
        }
        List<String> titles = new java.util.ArrayList<>(List.of("Sortie 0", "Sortie 00"));
        for (int kill = 1; kill <= KILLS_AT_RANDOM; kill++) {
            titles.add("Sortie " + kill);
        }
        thingsAreAsTheyShould(titles);
        tell(KILLS_AT_RANDOM + " kills at random, seed " + seed);
    }

    /** Requests whose answer the stand-in holds back. */
    private long held() {
        return one.requests().stream()
                .filter(request -> Kind.SLOW.text().equals(request.fault()))
                .count();
    }

    private static void killOnce(Child sender, String when, BooleanSupplier moment) {
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> moment.getAsBoolean() || !sender.process().isAlive());
            assertThat(moment.getAsBoolean())
                    .as("%s was reached; the sender said: %s%s", when, sender.out(), sender.err())
                    .isTrue();
        } finally {
            sender.kill();
        }
    }

    private void thingsAreAsTheyShould(List<String> titles) {
        SandboxObjects objects = one.objects();
        assertThat(objects.blogs())
                .flatExtracting(BlogView::classes)
                .containsExactlyInAnyOrder("0771369V CM2 A", "0771369V CM2 B");
        assertThat(objects.posts()).allMatch(PostView::visible).hasSize(2 * titles.size());
        for (String title : titles) {
            assertThat(objects.posts())
                    .filteredOn(post -> post.title().equals(title))
                    .flatExtracting(PostView::classes)
                    .containsExactlyInAnyOrder("0771369V CM2 A", "0771369V CM2 B");
        }
        assertThat(objects.pending()).isZero();
        desk.here("verify").ended(0);
    }

    private void tell(String kills) {
        SandboxObjects objects = one.objects();
        System.out.printf(
                "%s: %d processes began; in the stand-in: %d blogs, %d posts, %d visible%n",
                kills,
                processes,
                objects.blogs().size(),
                objects.posts().size(),
                objects.posts().stream().filter(PostView::visible).count());
    }
}
