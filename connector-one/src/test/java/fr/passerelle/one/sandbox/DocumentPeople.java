package fr.passerelle.one.sandbox;

import fr.passerelle.one.sandbox.Workspace.Element;
import fr.passerelle.one.sandbox.Workspace.Stored;
import fr.passerelle.one.sandbox.World.User;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.function.Consumer;

/** What people do with documents on ONE's pages. Folders are named by their name; an empty one is the top. */
public final class DocumentPeople {
    private final Consumer<Consumer<World>> door;

    DocumentPeople(Consumer<Consumer<World>> door) {
        this.door = door;
    }

    /** Makes a folder at the top, open to whoever is named to read and to write: groups by name, people by login. */
    public void makeFolder(String login, String name, String... sharedWith) {
        door.accept(world -> {
            Element folder =
                    new Element(world.newId("folder"), user(world, login), null, name, null, world.clock.instant());
            for (String who : sharedWith) {
                world.byLogin(who)
                        .ifPresent(user -> folder.userShares.put(user.id, new LinkedHashSet<>(Workspace.ALL)));
                world.groups.values().stream()
                        .filter(group -> group.name().equals(who))
                        .forEach(group -> folder.groupShares.put(group.id(), new LinkedHashSet<>(Workspace.ALL)));
            }
            world.workspace.elements.put(folder.id, folder);
        });
    }

    /** Puts a document into a folder. */
    public void put(String login, String folder, String name, byte[] bytes) {
        door.accept(world -> {
            Element parent = world.workspace.elements.values().stream()
                    .filter(one -> one.isFolder() && one.name.equals(folder))
                    .findFirst()
                    .orElse(null);
            Stored stored = new Stored(world.newId("file"), "file", name, "application/octet-stream", bytes);
            Element document = new Element(
                    world.newId("document"), user(world, login), parent, name, stored, world.clock.instant());
            world.workspace.elements.put(document.id, document);
        });
    }

    /** Sets how many bytes each user may keep. */
    public void limitSpace(long bytes) {
        door.accept(world -> world.workspace.quota = bytes);
    }

    /** Makes the platform one that keeps every new document from everybody but its owner. */
    public void keepAllToThemselves() {
        door.accept(world -> world.workspace.heedsVisibility = false);
    }

    /** Deletes a document for good, whoever it belongs to. */
    public void delete(String id) {
        door.accept(world -> world.workspace.elements.remove(id));
    }

    /** Gives a document to somebody else. */
    public void give(String id, String login) {
        door.accept(world -> {
            Element old = Objects.requireNonNull(world.workspace.elements.get(id));
            Element given = new Element(old.id, user(world, login), null, old.name, old.stored, old.created);
            given.visibility = old.visibility;
            world.workspace.elements.put(id, given);
        });
    }

    /** Takes away the right to keep documents. */
    public void forbid(String login) {
        door.accept(world -> user(world, login).rights.removeAll(Workspace.RIGHTS));
    }

    private static User user(World world, String login) {
        return world.byLogin(login).orElseThrow();
    }
}
