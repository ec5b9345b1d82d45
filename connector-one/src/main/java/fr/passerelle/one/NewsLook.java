package fr.passerelle.one;

import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.one.wire.Info;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks, by requests that only read, what became of a write of an info or of its thread whose answer was lost. */
final class NewsLook {
    /** The most that ONE gives at once; infos come with their text. */
    private static final String PAGE = "&pageSize=100&page=";

    private final OneClient client;
    private final Work work;
    private final Handles handles;
    private final OneText text;
    private final String wanted;

    NewsLook(OneClient client, Work work, OneText text) {
        this.client = client;
        this.work = work;
        this.handles = Handles.of(work);
        this.text = text;
        this.wanted = String.valueOf(work.revision());
    }

    /** The school's thread, whichever publication made it: they all use it. */
    Resolution thread() {
        Optional<String> ours = NewsThreads.read(client, handles).ours(work.destination());
        return ours.<Resolution>map(id -> new Resolution.Happened(Map.of(Handles.THREAD, id)))
                .orElseGet(Resolution.NotVisible::new);
    }

    /** Our info with the item's reference, in whatever state. */
    Resolution info() {
        String query = "?status=DRAFT&status=PENDING&status=PUBLISHED&threadIds=" + handles.get(Handles.THREAD) + PAGE;
        List<Info> own = new TwiceRead<>(
                        OneRoute.INFOS,
                        page -> client.list(OneRoute.INFOS, OneRoute.INFOS.query(query + page), Info.class),
                        info -> info.owner().id().equals(handles.get(Handles.ME)),
                        info -> false)
                .lines();
        return Written.find(
                own.stream().map(NewsLook::written).toList(),
                work.marker(),
                info -> Map.of(
                        Handles.INFO,
                        info.id(),
                        Handles.UNSHARED,
                        Handles.YES,
                        Handles.PUT,
                        info.shows(text) ? wanted : "",
                        Handles.SHOWN,
                        "",
                        Handles.WITHDRAWN,
                        ""));
    }

    /** Whether the info holds the content and was changed since it was looked at before. */
    Resolution content() {
        Answer answer = client.ask(OneRoute.INFO, OneRoute.INFO.call(handles.get(Handles.INFO)), Effect.READ);
        if (answer.status() == 401) {
            return new Resolution.Failed(new Absence(client).ofInfo(OneRoute.INFO, handles.get(Handles.INFO)));
        }
        Info info = client.read(OneRoute.INFO, answer, Info.class);
        if (info.status().equals(NewsSteps.TRASHED)) {
            return new Resolution.Failed(new Fault.Gone());
        }
        boolean changed = !info.modified().equals(handles.get(Handles.MODIFIED));
        return changed && written(info).shows(text)
                ? new Resolution.Happened(
                        Map.of(Handles.PUT, wanted, Handles.SHOWN, "", Handles.STATUS, "", Handles.MODIFIED, ""))
                : new Resolution.NotVisible();
    }

    private static Written written(Info info) {
        return new Written(info.id(), info.title(), info.content() == null ? "" : info.content());
    }
}
