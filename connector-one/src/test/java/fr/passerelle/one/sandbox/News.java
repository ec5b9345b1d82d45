package fr.passerelle.one.sandbox;

import fr.passerelle.one.sandbox.World.School;
import fr.passerelle.one.sandbox.World.Shared;
import fr.passerelle.one.sandbox.World.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Threads of news, the infos in them and whom they were announced to. Numbers are given in order. */
final class News {
    static final String CONTRIB = "net-atos-entng-actualites-controllers-ThreadController|contrib";
    static final String PUBLISH = "net-atos-entng-actualites-controllers-InfoController|publish";
    static final String MANAGE = "net-atos-entng-actualites-controllers-ThreadController|manage";
    static final String READ = "net-atos-entng-actualites-controllers-InfoController|read";
    static final String COMMENT = "net-atos-entng-actualites-controllers-CommentController|comment";

    static final String LISTS_THREADS = "net.atos.entng.actualites.controllers.ThreadController|listThreads";
    static final String LISTS_INFOS = "net.atos.entng.actualites.controllers.InfoController|listInfos";
    static final String MAKES_THREADS = "net.atos.entng.actualites.controllers.ThreadController|createThread";

    static final int TRASH = 0;
    static final int DRAFT = 1;
    static final int PENDING = 2;
    static final int PUBLISHED = 3;
    static final List<String> STATES = List.of("TRASH", "DRAFT", "PENDING", "PUBLISHED");

    final Map<Integer, NewsThread> threads = new LinkedHashMap<>();
    final Map<Integer, Info> infos = new LinkedHashMap<>();
    final List<Notification> notifications = new ArrayList<>();
    /** Set where the platform runs without news, or with older ones. */
    boolean absent;

    private int madeThreads;
    private int madeInfos;
    private int madeComments;

    static final class NewsThread extends Shared {
        final int id;
        final School school;
        final Instant created;
        String title;

        @Nullable
        String icon;

        Instant modified;

        private NewsThread(int id, User owner, School school, String title, @Nullable String icon, Instant created) {
            super(owner);
            this.id = id;
            this.school = school;
            this.title = title;
            this.icon = icon;
            this.created = created;
            this.modified = created;
        }
    }

    static final class Info extends Shared {
        final int id;
        final Instant created;
        final List<InfoComment> comments = new ArrayList<>();
        NewsThread thread;
        String title;

        @Nullable
        String content;

        int status;
        boolean headline;

        @Nullable
        Instant publication;

        @Nullable
        Instant expiration;

        Instant modified;

        private Info(int id, User owner, NewsThread thread, String title, int status, Instant created) {
            super(owner);
            this.id = id;
            this.thread = thread;
            this.title = title;
            this.status = status;
            this.created = created;
            this.modified = created;
        }

        String state() {
            return STATES.get(status);
        }

        /** Later than ever before, however fast one change follows another. */
        void touch(Instant now) {
            Instant next = modified.plus(Duration.ofMillis(1));
            modified = now.isAfter(next) ? now : next;
        }

        boolean isExpired(Instant now) {
            return expiration != null && expiration.isBefore(now);
        }

        boolean isToCome(Instant now) {
            return publication != null && publication.isAfter(now);
        }
    }

    static final class InfoComment {
        final int id;
        final User author;
        final Instant created;
        String text;

        private InfoComment(int id, User author, String text, Instant created) {
            this.id = id;
            this.author = author;
            this.text = text;
            this.created = created;
        }
    }

    /** What a reader finds in the news feed; it stays when the info is deleted. */
    record Notification(String to, User sender, int thread, int info, String title, Instant at) {}

    NewsThread addThread(World world, User owner, School school, String title, @Nullable String icon) {
        NewsThread thread = new NewsThread(++madeThreads, owner, school, title, icon, world.clock.instant());
        threads.put(thread.id, thread);
        // The school's local administrators get everything until somebody replaces the shares.
        thread.groupShares.put(
                world.group(school.id(), null, "AdminLocal").id(),
                new TreeSet<>(Set.of(CONTRIB, PUBLISH, MANAGE, "thread-contrib")));
        return thread;
    }

    Info addInfo(World world, User owner, NewsThread thread, String title, int status) {
        Info info = new Info(++madeInfos, owner, thread, title, status, world.clock.instant());
        infos.put(info.id, info);
        return info;
    }

    InfoComment addComment(World world, Info info, User author, String text) {
        InfoComment comment = new InfoComment(++madeComments, author, text, world.clock.instant());
        info.comments.add(comment);
        return comment;
    }

    /** Who reads an info: its author, who publishes in its thread but for drafts, and whom it is shared with. */
    boolean reads(World world, User user, Info info) {
        return info.author == user
                || (info.status >= PENDING && world.may(user, info.thread, PUBLISH))
                || (info.status == PUBLISHED && world.isGranted(user, info, READ));
    }

    /** The people whom an info's shares let in. */
    static Set<String> readers(World world, Info info) {
        Set<String> readers = new TreeSet<>();
        for (User user : world.users.values()) {
            if (world.isGranted(user, info, READ)) {
                readers.add(user.id);
            }
        }
        return readers;
    }

    void announce(World world, Info info, User by, Set<String> to) {
        to.forEach(reader -> notifications.add(
                new Notification(reader, by, info.thread.id, info.id, info.title, world.clock.instant())));
    }
}
