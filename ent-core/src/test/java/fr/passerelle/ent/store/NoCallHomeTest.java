package fr.passerelle.ent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.store.Note.NoteCommand.Add;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Axon 4.13 has an update checker that its own configuration starts after one second; a store uses none of that. */
final class NoCallHomeTest {
    private static final Duration LONGER_THAN_THE_CHECKER_WAITS = Duration.ofMillis(1_500);

    @TempDir
    Path directory;

    private final List<URI> called = new CopyOnWriteArrayList<>();
    private @Nullable ProxySelector before;

    @BeforeEach
    void listen() {
        before = ProxySelector.getDefault();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                called.add(uri);
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                // Nobody answers, and nobody should be asked.
            }
        });
    }

    @AfterEach
    void listenNoMore() {
        ProxySelector.setDefault(before);
    }

    @Test
    void an_open_store_calls_nobody() {
        try (StoreUnderTest tested = new SqliteUnderTest(directory)) {
            tested.store().commands().send(CommandId.random(), new Add("a", 1));
            await().during(LONGER_THAN_THE_CHECKER_WAITS)
                    .atMost(LONGER_THAN_THE_CHECKER_WAITS.multipliedBy(2))
                    .until(called::isEmpty);
        }
    }

    @Test
    void whoever_called_would_be_noticed() {
        Assertions.assertThatThrownBy(
                        () -> new URL("http://127.0.0.1:1/").openConnection().getInputStream())
                .isInstanceOf(IOException.class);
        assertThat(called).hasSize(1);
    }
}
