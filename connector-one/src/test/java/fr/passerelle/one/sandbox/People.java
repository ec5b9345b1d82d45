package fr.passerelle.one.sandbox;

import fr.passerelle.one.sandbox.World.Blog;
import fr.passerelle.one.sandbox.World.Group;
import fr.passerelle.one.sandbox.World.Message;
import fr.passerelle.one.sandbox.World.Post;
import fr.passerelle.one.sandbox.World.User;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What people do on the platform behind a connector's back, as its pages would let them: teachers delete, agree and
 * share, administrators block and hide. Groups are named {@code CM2 B-Relative}, posts and blogs by id.
 */
public final class People {
    private final Consumer<Consumer<World>> door;

    People(Consumer<Consumer<World>> door) {
        this.door = door;
    }

    /** Deletes a post. */
    public void deletePost(String id) {
        door.accept(world -> world.posts.remove(id));
    }

    /** Deletes a blog with its posts. */
    public void deleteBlog(String id) {
        door.accept(world -> {
            world.blogs.remove(id);
            world.posts.values().removeIf(post -> post.blog.equals(id));
        });
    }

    /** Agrees to a submitted post. */
    public void agreeTo(String id) {
        door.accept(world -> PostRoutes.published(world, post(world, id)));
    }

    /** Rewrites a post that is published; it stays so. */
    public void rewritePost(String id, String title, String html) {
        door.accept(world -> {
            post(world, id).title = title;
            post(world, id).content = html;
        });
    }

    /** Copies a post, its author and reference included, as ONE's own pages can. */
    public void copyPost(String id) {
        door.accept(world -> {
            Post from = post(world, id);
            Post copy = new Post(
                    world.newId("post"), from.blog, from.author, from.title, from.content, world.clock.instant());
            world.posts.put(copy.id, copy);
        });
    }

    /** What is done about news. */
    public NewsPeople news() {
        return new NewsPeople(door);
    }

    /** Comments on a post, in a blog that lets people do so. */
    public void commentPost(String login, String id, String text) {
        door.accept(world -> post(world, id)
                .comments
                .add(new World.Comment(
                        world.newId("comment"), world.byLogin(login).orElseThrow(), text, world.clock.instant())));
    }

    /** Opens a post or an info on its page: {@code blog/post} or {@code actualites/info}. */
    public void view(String login, String module, String id) {
        door.accept(
                world -> audience(world, module, id).view(world.byLogin(login).orElseThrow(), world.clock.instant()));
    }

    /** Answers with a sign. */
    public void react(String login, String module, String id) {
        door.accept(world ->
                audience(world, module, id).reactions.put(world.byLogin(login).orElseThrow(), "REACTION_1"));
    }

    private static Audience.Resource audience(World world, String module, String id) {
        String[] parts = module.split("/", -1);
        return world.audience.of(parts[0], parts[1], id);
    }

    /** Takes the module of views and reactions out of service. */
    public void withoutAudience() {
        door.accept(world -> world.audience.absent = true);
    }

    /** Deletes a draft or a message for good. */
    public void deleteMessage(String id) {
        door.accept(world -> world.messages.remove(id));
    }

    /** Sends a draft by hand. */
    public void sendMessage(String id) {
        door.accept(world -> message(world, id).state = "SENT");
    }

    /** Copies a draft, its reference included. */
    public void copyMessage(String id) {
        door.accept(world -> {
            Message from = message(world, id);
            Message copy = new Message(world.newId("message"), from.author, from.date);
            copy.to = from.to;
            copy.subject = from.subject;
            copy.body = from.body;
            world.messages.put(copy.id, copy);
        });
    }

    /** What is done about documents. */
    public DocumentPeople documents() {
        return new DocumentPeople(door);
    }

    /** Sets how many bytes a file may have. */
    public void limitFiles(int bytes) {
        door.accept(world -> world.mostBytes = bytes);
    }

    /** Lets a group read a blog. */
    public void share(String blog, String group) {
        door.accept(
                world -> blog(world, blog).groupShares.put(group(world, group).id(), read()));
    }

    /** Takes a group's access away. */
    public void unshare(String blog, String group) {
        door.accept(world ->
                blog(world, blog).groupShares.remove(group(world, group).id()));
    }

    /**
     * A teacher's own blog, read by groups, where somebody else may contribute.
     *
     * @param publishType {@code IMMEDIATE} or {@code RESTRAINT}
     * @return its id
     */
    public String makeBlog(String author, String contributor, String publishType, String... readers) {
        String[] id = new String[1];
        door.accept(world -> {
            User teacher = world.byLogin(author).orElseThrow();
            Blog blog = new Blog(
                    world.newId("blog"),
                    teacher,
                    "Le blog de la classe",
                    "La vie de la classe",
                    "",
                    false,
                    "NONE",
                    publishType,
                    world.clock.instant());
            List.of(readers)
                    .forEach(name -> blog.groupShares.put(group(world, name).id(), read()));
            Set<String> actions = read();
            actions.addAll(Objects.requireNonNull(ShareRoutes.ROLES.get("blog.contrib")));
            blog.userShares.put(world.byLogin(contributor).orElseThrow().id, actions);
            world.blogs.put(blog.id, blog);
            id[0] = blog.id;
        });
        return Objects.requireNonNull(id[0]);
    }

    /** Takes a group out of everybody's sight: sharing with it is dropped. */
    public void hide(String group) {
        door.accept(world -> world.hiddenGroups.add(group(world, group).id()));
    }

    /** Nothing is hidden any more. */
    public void hideNothing() {
        door.accept(world -> world.hiddenGroups.clear());
    }

    /** Ends whatever a person had agreed to: no application acts for her any more. */
    public void endAgreements(String login) {
        door.accept(world -> {
            String user = world.byLogin(login).orElseThrow().id;
            world.tokens.values().removeIf(grant -> grant.user().equals(user));
            world.refreshTokens.values().removeIf(grant -> grant.user().equals(user));
        });
    }

    /** Blocks an account, or lets it in again. */
    public void block(String login, boolean blocked) {
        door.accept(world -> world.byLogin(login).orElseThrow().blocked = blocked);
    }

    /** The account has never been activated: its password is the activation code. */
    public void neverActivated(String login) {
        door.accept(world -> world.byLogin(login).orElseThrow().activated = false);
    }

    /**
     * Every call of the account is sent to a page first.
     *
     * @param page for example {@code /auth/validate-mfa}, or null to let it work again
     */
    public void interrupt(String login, @Nullable String page) {
        door.accept(world -> world.byLogin(login).orElseThrow().interruptedBy = page);
    }

    /** Takes all workflow rights from an account. */
    public void takeRights(String login) {
        door.accept(world -> world.byLogin(login).orElseThrow().rights.clear());
    }

    /** Renames a class, which keeps its id. */
    public void renameClass(String uai, String name, String newName) {
        door.accept(world -> world.classes.replaceAll((id, room) -> {
            boolean meant = room.name().equals(name)
                    && Objects.requireNonNull(world.schools.get(room.school()))
                            .uai()
                            .equals(uai);
            return meant ? new World.Room(id, room.school(), newName) : room;
        }));
    }

    /** Ends all sessions, as a restart of the platform does. */
    public void endSessions() {
        door.accept(world -> {
            world.tokens.clear();
            world.sessions.clear();
        });
    }

    private static Set<String> read() {
        return new LinkedHashSet<>(Objects.requireNonNull(ShareRoutes.ROLES.get("blog.read")));
    }

    private static Post post(World world, String id) {
        return Objects.requireNonNull(world.posts.get(id), "no such post");
    }

    private static Message message(World world, String id) {
        return Objects.requireNonNull(world.messages.get(id), "no such message");
    }

    private static Blog blog(World world, String id) {
        return Objects.requireNonNull(world.blogs.get(id), "no such blog");
    }

    private static Group group(World world, String name) {
        return world.groups.values().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no group " + name + "."));
    }
}
