package fr.passerelle.one.sandbox;

import fr.passerelle.one.sandbox.News.Info;
import fr.passerelle.one.sandbox.SandboxObjects.AttachmentView;
import fr.passerelle.one.sandbox.SandboxObjects.BlogView;
import fr.passerelle.one.sandbox.SandboxObjects.DocumentView;
import fr.passerelle.one.sandbox.SandboxObjects.InfoView;
import fr.passerelle.one.sandbox.SandboxObjects.MessageView;
import fr.passerelle.one.sandbox.SandboxObjects.PostView;
import fr.passerelle.one.sandbox.SandboxObjects.ThreadView;
import fr.passerelle.one.sandbox.Workspace.Element;
import fr.passerelle.one.sandbox.Workspace.Stored;
import fr.passerelle.one.sandbox.World.Blog;
import fr.passerelle.one.sandbox.World.Group;
import fr.passerelle.one.sandbox.World.Message;
import fr.passerelle.one.sandbox.World.Post;
import fr.passerelle.one.sandbox.World.User;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What lies in a world, as tests and people look at it. */
final class Views {
    private static final Pattern REFERENCE =
            Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

    private static final Pattern DOCUMENT = Pattern.compile("(?:src|href)=\"/workspace/document/([\\w-]+)");

    private Views() {}

    /** What lies in the world now. */
    static SandboxObjects objects(World world, int pending) {
        List<BlogView> blogs = new ArrayList<>();
        for (Blog blog : world.blogs.values()) {
            Set<String> readers = readers(blog);
            blogs.add(new BlogView(
                    blog.id,
                    blog.title,
                    blog.description,
                    blog.author.login,
                    readers.stream().map(id -> name(world, id)).sorted().toList(),
                    classes(world, readers)));
        }
        List<PostView> posts = new ArrayList<>();
        for (Post post : world.posts.values()) {
            Blog blog = Objects.requireNonNull(world.blogs.get(post.blog));
            String text = Jsoup.parseBodyFragment(post.content).body().wholeText();
            posts.add(new PostView(
                    post.id,
                    post.blog,
                    classes(world, readers(blog)),
                    post.author.login,
                    post.title,
                    post.state,
                    post.state.equals("PUBLISHED") && !blog.groupShares.isEmpty(),
                    reference(text),
                    documents(post.content),
                    post.content,
                    text));
        }
        List<MessageView> messages = world.messages.values().stream()
                .map(message -> view(world, message))
                .toList();
        List<ThreadView> threads = world.news.threads.values().stream()
                .map(thread -> new ThreadView(
                        String.valueOf(thread.id), thread.title, thread.school.uai(), thread.author.login))
                .toList();
        List<InfoView> infos = world.news.infos.values().stream()
                .map(info -> view(world, info))
                .toList();
        List<DocumentView> documents = world.workspace.elements.values().stream()
                .map(element -> view(world, element))
                .toList();
        return new SandboxObjects(blogs, posts, messages, threads, infos, documents, pending);
    }

    private static DocumentView view(World world, Element element) {
        Stored stored = element.stored;
        return new DocumentView(
                element.id,
                element.author.login,
                element.parent == null ? null : element.parent.name,
                element.name,
                stored == null ? null : stored.contentType(),
                element.size(),
                stored == null ? null : sha256(stored.bytes()),
                element.withFolders()
                        .flatMap(one ->
                                Stream.concat(one.userShares.keySet().stream(), one.groupShares.keySet().stream()))
                        .map(id -> name(world, id))
                        .distinct()
                        .sorted()
                        .toList(),
                element.visibility,
                element.trashed);
    }

    private static InfoView view(World world, Info info) {
        Instant now = world.clock.instant();
        String html = info.content == null ? "" : info.content;
        String text = Jsoup.parseBodyFragment(html).body().wholeText();
        List<String> readers = info.groupShares.entrySet().stream()
                .filter(share -> share.getValue().contains(News.READ))
                .map(share -> name(world, share.getKey()))
                .sorted()
                .toList();
        return new InfoView(
                String.valueOf(info.id),
                String.valueOf(info.thread.id),
                info.author.login,
                info.title,
                info.state(),
                readers,
                info.status == News.PUBLISHED && !info.isExpired(now) && !info.isToCome(now) && !readers.isEmpty(),
                world.news.notifications.stream()
                        .filter(one -> one.info() == info.id)
                        .map(one -> Objects.requireNonNull(world.users.get(one.to())).login)
                        .toList(),
                reference(text),
                documents(html),
                html,
                text);
    }

    private static MessageView view(World world, Message message) {
        String text = Jsoup.parseBodyFragment(message.body).body().wholeText();
        return new MessageView(
                message.id,
                message.author.login,
                message.subject,
                message.to.stream().map(id -> name(world, id)).sorted().toList(),
                classes(world, new TreeSet<>(message.to)),
                message.state,
                message.state.equals("SENT"),
                reference(text),
                message.attachments.stream()
                        .map(file -> new AttachmentView(
                                file.fileName(), file.contentType(), file.bytes().length, sha256(file.bytes())))
                        .toList(),
                message.body,
                text);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static Set<String> readers(Blog blog) {
        String list = BlogRoutes.POSTS + "list";
        Set<String> readers = new TreeSet<>();
        blog.groupShares.forEach((id, actions) -> {
            if (actions.contains(list)) {
                readers.add(id);
            }
        });
        return readers;
    }

    private static String name(World world, String groupId) {
        Group group = world.groups.get(groupId);
        User user = world.users.get(groupId);
        return group != null ? group.name() : user != null ? user.login : groupId;
    }

    private static List<String> classes(World world, Set<String> groups) {
        return groups.stream()
                .map(world.groups::get)
                .filter(group -> group != null && group.room() != null)
                .map(group -> String.valueOf(group == null ? null : group.room()))
                .distinct()
                .map(world.classes::get)
                .map(room -> room == null
                        ? ""
                        : Objects.requireNonNull(world.schools.get(room.school()))
                                        .uai() + " " + room.name())
                .toList();
    }

    private static List<String> documents(String html) {
        return DOCUMENT.matcher(html).results().map(found -> found.group(1)).toList();
    }

    private static @Nullable String reference(String text) {
        Matcher matcher = REFERENCE.matcher(text.toUpperCase(Locale.ROOT));
        String last = null;
        while (matcher.find()) {
            last = matcher.group();
        }
        return last;
    }
}
