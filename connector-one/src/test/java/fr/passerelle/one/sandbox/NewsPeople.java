package fr.passerelle.one.sandbox;

import fr.passerelle.one.sandbox.News.Info;
import fr.passerelle.one.sandbox.News.NewsThread;
import fr.passerelle.one.sandbox.World.School;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** What people do about news behind a connector's back. Threads and infos are named by their numbers. */
public final class NewsPeople {
    private final Consumer<Consumer<World>> door;

    NewsPeople(Consumer<Consumer<World>> door) {
        this.door = door;
    }

    /**
     * A teacher's own thread for a school.
     *
     * @return its number
     */
    public String makeThread(String owner, String uai, String title) {
        String[] id = new String[1];
        door.accept(world -> {
            School school = world.schools.values().stream()
                    .filter(one -> one.uai().equals(uai))
                    .findFirst()
                    .orElseThrow();
            id[0] = String.valueOf(
                    world.news.addThread(world, world.byLogin(owner).orElseThrow(), school, title, null).id);
        });
        return Objects.requireNonNull(id[0]);
    }

    /** Takes a thread from everybody but its owner. */
    public void closeThread(String id) {
        door.accept(world -> thread(world, id).groupShares.clear());
    }

    /** Deletes a thread with its infos. */
    public void deleteThread(String id) {
        door.accept(world -> {
            NewsThread thread = thread(world, id);
            world.news.threads.remove(thread.id);
            world.news.infos.values().removeIf(info -> info.thread == thread);
        });
    }

    /** Takes news out of service. */
    public void takeOutOfService() {
        door.accept(world -> world.news.absent = true);
    }

    /** Deletes an info. */
    public void deleteInfo(String id) {
        door.accept(world -> world.news.infos.remove(info(world, id).id));
    }

    /** Puts an info into the bin. */
    public void trashInfo(String id) {
        door.accept(world -> info(world, id).status = News.TRASH);
    }

    /** Takes an info back to a draft. */
    public void unpublishInfo(String id) {
        door.accept(world -> info(world, id).status = News.DRAFT);
    }

    /** Copies an info, its author and reference included. */
    public void copyInfo(String id) {
        door.accept(world -> {
            Info from = info(world, id);
            Info copy = world.news.addInfo(world, from.author, from.thread, from.title, from.status);
            copy.content = from.content;
        });
    }

    /** Copies an info under another reference, newer than all others. */
    public void copyInfoAs(String id, String reference) {
        door.accept(world -> {
            Info from = info(world, id);
            Info copy = world.news.addInfo(world, from.author, from.thread, from.title, from.status);
            copy.content = "<p>réf. " + reference + "</p>";
        });
    }

    /** Somebody comments on an info. */
    public void comment(String login, String id, String text) {
        door.accept(world -> world.news.addComment(
                world, info(world, id), world.byLogin(login).orElseThrow(), text));
    }

    /** Lets the readers of an info comment on it too. */
    public void openComments(String id) {
        door.accept(world -> info(world, id).groupShares.replaceAll((group, actions) -> {
            Set<String> more = new LinkedHashSet<>(actions);
            more.add(News.COMMENT);
            return more;
        }));
    }

    private static NewsThread thread(World world, String id) {
        return Objects.requireNonNull(world.news.threads.get(Integer.valueOf(id)), "no such thread");
    }

    private static Info info(World world, String id) {
        return Objects.requireNonNull(world.news.infos.get(Integer.valueOf(id)), "no such info");
    }
}
