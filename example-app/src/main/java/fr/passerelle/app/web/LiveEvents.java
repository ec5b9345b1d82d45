package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.model.Feed;
import fr.passerelle.ent.model.PlaceId;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells pages and programs, live, what becomes of items (server-sent events). It carries ids and words of status, nothing
 * of anybody; who was away asks again for what is.
 */
@RestController
class LiveEvents implements DisposableBean {
    static final String PATH = ApiController.PREFIX + "/events";

    /** Also how soon a listener that has left is noticed. */
    private static final long HEARTBEAT_SECONDS = 15;

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    /** One thread: the store's feed must not wait for a slow page. */
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread created = new Thread(task, "passerelle-live");
        created.setDaemon(true);
        return created;
    });

    private final Feed.Subscription subscription;

    /** @param communication only this one's items, or null for all at the visitor's places */
    private record Listener(
            SseEmitter emitter, Visitor visitor, @Nullable String communication) {
        private boolean wants(PlaceId place, ItemChange change) {
            return visitor.isAt(place) && (communication == null || communication.equals(change.communication()));
        }
    }

    record ItemChange(String communication, String item, String account, String status) {}

    LiveEvents(Town town) {
        subscription = town.passerelle().feed().subscribe(change -> {
            if (change.state() instanceof fr.passerelle.ent.delivery.Item item && item.target() != null) {
                ItemView view = town.passerelle().delivery().desk().view(item);
                ItemChange told = new ItemChange(
                        item.target().communication().toString(),
                        view.item().toString(),
                        view.account().toString(),
                        view.word().name());
                PlaceId place = item.target().place();
                thread.execute(() -> tell(place, told));
            }
        });
        var unused = thread.scheduleWithFixedDelay(
                () -> listeners.forEach(
                        listener -> send(listener, SseEmitter.event().comment("là"))),
                HEARTBEAT_SECONDS,
                HEARTBEAT_SECONDS,
                TimeUnit.SECONDS);
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Right.FOLLOW)
    SseEmitter listen(Visitor visitor, @RequestParam(required = false) @Nullable String communication) {
        SseEmitter emitter = new SseEmitter(0L);
        Listener listener = new Listener(emitter, visitor, communication);
        emitter.onCompletion(() -> listeners.remove(listener));
        emitter.onError(gone -> listeners.remove(listener));
        listeners.add(listener);
        thread.execute(() -> send(listener, SseEmitter.event().comment("bonjour")));
        return emitter;
    }

    private void tell(PlaceId place, ItemChange change) {
        for (Listener listener : listeners) {
            if (listener.wants(place, change)) {
                send(listener, SseEmitter.event().name("item").data(change, MediaType.APPLICATION_JSON));
            }
        }
    }

    private void send(Listener listener, SseEmitter.SseEventBuilder event) {
        try {
            listener.emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            listeners.remove(listener);
        }
    }

    @Override
    public void destroy() {
        subscription.close();
        thread.shutdownNow();
        listeners.forEach(LiveEvents::end);
    }

    private static void end(Listener listener) {
        try {
            listener.emitter.complete();
        } catch (IllegalStateException left) {
            // The page was closed in this moment.
        }
    }
}
