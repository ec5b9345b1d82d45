package fr.passerelle.app;

import fr.passerelle.beneylu.sandbox.BeneyluSandbox;
import fr.passerelle.beneylu.sandbox.SandboxObjects.ArticleView;
import fr.passerelle.ent.sandbox.OperatorAccount;
import fr.passerelle.ent.sandbox.Sandbox;
import fr.passerelle.ent.sandbox.SchoolSeed;
import fr.passerelle.lilie.sandbox.LilieSandbox;
import fr.passerelle.one.sandbox.OneSandbox;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A stand-in for each ENT, in this process, and a town's account on each for one school. */
final class ThreeEnts implements AutoCloseable {
    final OneSandbox one = OneSandbox.start(0);
    final BeneyluSandbox beneylu = BeneyluSandbox.start(0, SchoolSeed.pilot(), InstantSource.system());
    final LilieSandbox lilie = LilieSandbox.start(0);

    /** The town's file of settings. */
    String settings() {
        return "passerelle:\n  ents:\n" + account(one, "entcore") + account(beneylu, "beneylu-v3")
                + account(lilie, "openent-ng");
    }

    private static String account(Sandbox sandbox, String profile) {
        OperatorAccount operator = sandbox.operator(profile);
        StringBuilder yaml = new StringBuilder("""
                    %s:
                      connector: %s
                      profile: %s
                      base-url: %s
                      allow-loopback: true
                      urls: %s
                      accounts:
                        service:
                          places: [0771369V]
                          settles-within: 2s
                          credentials:
                """.formatted(
                        operator.connector(),
                        operator.connector(),
                        profile,
                        sandbox.baseUrl(),
                        operator.urls().entrySet().stream()
                                .map(url -> url.getKey() + ": \"" + url.getValue() + "\"")
                                .collect(Collectors.joining(", ", "{", "}"))));
        operator.credentials().forEach((name, value) -> yaml.append("            " + name + ": " + value + "\n"));
        return yaml.toString();
    }

    /** What families see, on each of the three. */
    List<List<String>> shown() {
        List<List<String>> shown = new ArrayList<>();
        shown.add(titles(one.objects().posts()));
        shown.add(beneylu.objects().articles().stream()
                .filter(ArticleView::visible)
                .map(article -> article.title() + " " + article.classes())
                .sorted()
                .toList());
        shown.add(titles(lilie.objects().openEntNg().posts()));
        return shown;
    }

    private static List<String> titles(List<PostView> posts) {
        return posts.stream()
                .filter(PostView::visible)
                .map(post -> post.title() + " " + post.classes())
                .sorted()
                .toList();
    }

    /** What an ENT shows that has a communication once for each of two classes. */
    static List<String> twice(String title) {
        return List.of(title + " [0771369V CM2 A]", title + " [0771369V CM2 B]");
    }

    /** All requests that reached any of them. */
    int requests() {
        return one.requests().size()
                + beneylu.requests().size()
                + lilie.requests().size();
    }

    @Override
    public void close() {
        one.close();
        beneylu.close();
        lilie.close();
    }
}
