package fr.passerelle.one.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies on the platform.
 *
 * @param pending writes that were answered and have not yet taken effect
 */
public record SandboxObjects(
        List<BlogView> blogs,
        List<PostView> posts,
        List<MessageView> messages,
        List<ThreadView> threads,
        List<InfoView> infos,
        List<DocumentView> documents,
        int pending) {

    /**
     * A document, or a folder.
     *
     * @param owner her login
     * @param folder the name of the folder that it lies in, or null at the top
     * @param sha256 of its bytes, in hexadecimal digits; null for a folder
     * @param sharedWith names of the groups and logins of the people who may read it
     * @param visibility {@code protected} where whoever is signed in may read it, {@code public} where anybody may, or null
     */
    public record DocumentView(
            String id,
            String owner,
            @Nullable String folder,
            String name,
            @Nullable String contentType,
            long size,
            @Nullable String sha256,
            List<String> sharedWith,
            @Nullable String visibility,
            boolean trashed) {}

    /**
     * A thread of news.
     *
     * @param school its UAI
     */
    public record ThreadView(String id, String title, String school, String owner) {}

    /**
     * An info.
     *
     * @param readers names of the groups that it is shared with
     * @param visible published, neither over nor to come, and somebody may read it
     * @param announcedTo logins of who found it in the news feed, each time it was announced
     * @param reference the last reference in its text, or null
     * @param documents ids of the documents that it shows or leads to, in order
     */
    public record InfoView(
            String id,
            String thread,
            String author,
            String title,
            String state,
            List<String> readers,
            boolean visible,
            List<String> announcedTo,
            @Nullable String reference,
            List<String> documents,
            String html,
            String text) {}

    /**
     * A message.
     *
     * @param to names of the groups and logins of the people it is for
     * @param classes whose groups they are, each as UAI and name
     * @param visible sent, and not recalled
     * @param reference the last reference in its text, or null
     */
    public record MessageView(
            String id,
            String author,
            String subject,
            List<String> to,
            List<String> classes,
            String state,
            boolean visible,
            @Nullable String reference,
            List<AttachmentView> attachments,
            String html,
            String text) {}

    /**
     * A file of a message.
     *
     * @param sha256 of its bytes, in hexadecimal digits
     */
    public record AttachmentView(String name, String contentType, int size, String sha256) {}

    /**
     * A blog.
     *
     * @param readers names of the groups that may read it
     * @param classes whose groups they are, each as UAI and name
     */
    public record BlogView(
            String id, String title, String description, String author, List<String> readers, List<String> classes) {}

    /**
     * A post.
     *
     * @param classes who may read its blog
     * @param visible published, in a blog that somebody may read
     * @param reference the last reference in its text, or null
     * @param documents ids of the documents that it shows or leads to, in order
     * @param html as ONE would show it
     */
    public record PostView(
            String id,
            String blog,
            List<String> classes,
            String author,
            String title,
            String state,
            boolean visible,
            @Nullable String reference,
            List<String> documents,
            String html,
            String text) {}
}
