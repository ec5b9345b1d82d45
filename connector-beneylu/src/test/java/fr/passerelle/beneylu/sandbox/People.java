package fr.passerelle.beneylu.sandbox;

import fr.passerelle.beneylu.sandbox.World.Article;
import fr.passerelle.beneylu.sandbox.World.Demand;
import fr.passerelle.beneylu.sandbox.World.Word;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What people do on the platform behind a connector's back, as its pages would let them. Accounts are named by login,
 * articles and words by number.
 */
public final class People {
    private final Consumer<Consumer<World>> door;

    People(Consumer<Consumer<World>> door) {
        this.door = door;
    }

    private static Article article(World world, String id) {
        return Objects.requireNonNull(world.articles.get(Integer.valueOf(id)));
    }

    private static Word word(World world, String id) {
        return Objects.requireNonNull(world.words.get(Integer.valueOf(id)));
    }

    private static World.Account account(World world, String login) {
        return Objects.requireNonNull(world.accounts.get(login));
    }

    /** Deletes an article. */
    public void deleteArticle(String id) {
        door.accept(world -> world.articles.remove(Integer.valueOf(id)));
    }

    /** Deletes a word. */
    public void deleteWord(String id) {
        door.accept(world -> world.words.remove(Integer.valueOf(id)));
    }

    /** Rewrites an article. */
    public void rewriteArticle(String id, String title, String html) {
        door.accept(world -> {
            Article article = article(world, id);
            String before = article.title;
            article.title = title;
            article.content = html;
            BlogRoutes.rename(world, article, before);
        });
    }

    /** Rewrites a word. */
    public void rewriteWord(String id, String title, String html) {
        door.accept(world -> {
            Word word = word(world, id);
            String before = word.title;
            word.title = title;
            word.content = html;
            LiaisonRoutes.rename(world, word, before);
        });
    }

    /** Makes an article a draft, which nobody but its writers sees. */
    public void holdBack(String id) {
        door.accept(world -> article(world, id).status = "DRAFT");
    }

    /** Copies an article, reference included. */
    public void copyArticle(String id) {
        door.accept(world -> {
            Article from = article(world, id);
            Article copy = new Article(
                    world.newId(),
                    from.author,
                    Slugs.of(from.title, slug -> world.article(slug).isPresent()));
            copy.blogs.addAll(from.blogs);
            copy.title = from.title;
            copy.content = from.content;
            copy.status = from.status;
            copy.publishedAt = from.publishedAt;
            world.articles.put(copy.id, copy);
        });
    }

    /** Copies a word, reference included. */
    public void copyWord(String id) {
        door.accept(world -> {
            Word from = word(world, id);
            Word copy = new Word(
                    world.newId(),
                    from.room,
                    from.author,
                    Slugs.of(from.title, slug -> world.word(slug).isPresent()));
            copy.title = from.title;
            copy.content = from.content;
            copy.date = from.date;
            copy.publication = from.publication;
            world.words.put(copy.id, copy);
        });
    }

    /** Makes a word one for a pupil's family only. */
    public void addressTo(String id, String pupil) {
        door.accept(world -> word(world, id).addressed.add(account(world, pupil).id));
    }

    /** Signs a word. */
    public void sign(String id, String login) {
        door.accept(world -> word(world, id).signers.add(account(world, login).id));
    }

    /** Opens an article so many times. */
    public void view(String id, int times) {
        door.accept(world -> article(world, id).views += times);
    }

    /** Gives all schools a paid option, or takes it. */
    public void feature(String name, boolean on) {
        door.accept(world -> {
            if (on) {
                world.features.add(name);
            } else {
                world.features.remove(name);
            }
        });
    }

    /** Asks an account for something before it is let in: {@code password}, {@code email}, {@code terms} or nothing. */
    public void demand(String login, String what) {
        door.accept(world -> account(world, login).demand =
                what.isEmpty() ? null : Demand.valueOf(what.toUpperCase(java.util.Locale.ROOT)));
    }

    /** Locks an account until a captcha is solved, or unlocks it. */
    public void lock(String login, boolean locked) {
        door.accept(world -> account(world, login).locked = locked);
    }

    /** Archives an account. */
    public void archive(String login) {
        door.accept(world -> account(world, login).archived = true);
    }

    /** Takes a right from an account. */
    public void takeRight(String login, String right) {
        door.accept(world -> account(world, login).withoutRights.add(right));
    }

    /** Takes an account out of a class, named as UAI and name. */
    public void leave(String login, String place) {
        door.accept(world -> account(world, login)
                .rooms
                .removeIf(id -> Views.place(world.room(id)).equals(place)));
    }

    /** Takes an account out of all classes. */
    public void leaveAll(String login) {
        door.accept(world -> account(world, login).rooms.clear());
    }

    /** Ends every session of the application. */
    public void endSessions() {
        door.accept(world -> world.appSessions.clear());
    }

    /** Moves every session to a class, named as UAI and name. */
    public void moveSessions(String place) {
        door.accept(world -> world.rooms.values().stream()
                .filter(room -> Views.place(room).equals(place))
                .forEach(room -> world.appSessions.values().forEach(session -> session.current = room.id())));
    }

    /** Takes the UAI of a school off its page. */
    public void forgetSchoolCode(String uai) {
        door.accept(world -> world.schools.values().stream()
                .filter(school -> uai.equals(school.uai))
                .forEach(school -> school.uai = null));
    }

    /** From now on a new title gives an article or word a new address. */
    public void slugsFollowTitles() {
        door.accept(world -> world.slugsFollowTitles = true);
    }
}
