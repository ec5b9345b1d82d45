package fr.passerelle.one;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.one.wire.NewsThread;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of a school's threads of news an info goes into. */
final class NewsThreads {
    private static final String MAY_PUBLISH = "thread.publish";

    private final List<NewsThread> all;
    private final Handles handles;

    NewsThreads(List<NewsThread> all, Handles handles) {
        this.all = all;
        this.handles = handles;
    }

    static NewsThreads read(OneClient client, Handles handles) {
        Answer answer = client.ask(OneRoute.THREADS, OneRoute.THREADS.call(), Effect.READ);
        if (answer.status() == 404) {
            throw StepEnds.refused(OneMapping.rejected(OneReason.NEWS_ABSENT));
        }
        return new NewsThreads(client.list(OneRoute.THREADS, answer, NewsThread.class), handles);
    }

    boolean contains(String id) {
        return all.stream().anyMatch(thread -> thread.id().equals(id));
    }

    /** The one that we made, known by its reference: the oldest, should there be several. It holds many items' infos. */
    Optional<String> ours(Destination destination) {
        String reference = OneMapping.threadReference(destination);
        return all.stream()
                .filter(thread -> thread.owner().id().equals(handles.get(Handles.ME)))
                .filter(thread -> thread.title().contains(reference))
                .map(NewsThread::id)
                .min(Comparator.comparingLong(Long::parseLong));
    }

    /**
     * Ours; else the only one of the school that the account may publish in; else none, and one is to be made. A thread
     * widens no audience: only an info's own shares let readers in.
     */
    Optional<String> fitting(Destination destination) {
        Optional<String> ours = ours(destination);
        List<NewsThread> fitting = all.stream()
                .filter(thread -> handles.get(Handles.SCHOOL).equals(thread.structureId()))
                .filter(thread -> thread.sharedRights().contains(MAY_PUBLISH))
                .toList();
        return ours.isEmpty() && fitting.size() == 1
                ? Optional.of(fitting.get(0).id())
                : ours;
    }
}
