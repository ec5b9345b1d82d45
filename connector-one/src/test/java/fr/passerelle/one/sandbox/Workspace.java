package fr.passerelle.one.sandbox;

import fr.passerelle.one.sandbox.World.Shared;
import fr.passerelle.one.sandbox.World.User;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everybody's documents and folders. A document is open to whom it, or a folder around it, is shared with. */
final class Workspace {
    private static final String CONTROLLER = "org-entcore-workspace-controllers-WorkspaceController|";
    static final String READ = CONTROLLER + "getDocument";
    static final String WRITE = CONTROLLER + "updateDocument";
    static final String MANAGE = CONTROLLER + "moveTrash";
    static final List<String> ALL = List.of(READ, WRITE, MANAGE);

    /** The workflow rights of somebody who uses documents. */
    static final Set<String> RIGHTS = Set.of(
            "org.entcore.workspace.controllers.WorkspaceController|addDocument",
            "org.entcore.workspace.controllers.WorkspaceController|addFolder",
            "org.entcore.workspace.controllers.WorkspaceController|listDocuments");

    final Map<String, Element> elements = new LinkedHashMap<>();
    /** How many bytes each user may keep. */
    long quota = 100L << 20;
    /** Whether {@code protected} and {@code public} are heeded. */
    boolean heedsVisibility = true;

    /** A document, or a folder where there is no file. */
    static final class Element extends Shared {
        final String id;

        @Nullable
        final Element parent;

        final Instant created;
        String name;
        Instant modified;

        @Nullable
        Stored stored;

        boolean trashed;

        /** {@code protected}: anybody who is signed in reads it; {@code public}: anybody; null for neither. */
        @Nullable
        String visibility;

        Element(
                String id,
                User owner,
                @Nullable Element parent,
                String name,
                @Nullable Stored stored,
                Instant created) {
            super(owner);
            this.id = id;
            this.parent = parent;
            this.name = name;
            this.stored = stored;
            this.created = created;
            this.modified = created;
        }

        boolean isFolder() {
            return stored == null;
        }

        /** The element and the folders around it, outwards. */
        Stream<Element> withFolders() {
            return Stream.iterate(this, Objects::nonNull, one -> one.parent);
        }

        boolean isShared() {
            return withFolders().anyMatch(one -> !one.userShares.isEmpty() || !one.groupShares.isEmpty());
        }

        long size() {
            return stored == null ? 0 : stored.bytes().length;
        }
    }

    /** What lies in the file store. */
    record Stored(String file, String part, String fileName, String contentType, byte[] bytes) {}

    /** What a user has taken, the bin included. */
    long used(User user) {
        return elements.values().stream()
                .filter(one -> one.author == user)
                .mapToLong(Element::size)
                .sum();
    }

    static boolean may(World world, User user, Element element, String action) {
        Set<String> groups = world.groupsOf(user);
        return (element.visibility != null && action.equals(READ))
                || element.withFolders()
                        .anyMatch(one -> one.author == user
                                || one.userShares
                                        .getOrDefault(user.id, Set.of())
                                        .contains(action)
                                || one.groupShares.entrySet().stream()
                                        .anyMatch(share -> groups.contains(share.getKey())
                                                && share.getValue().contains(action)));
    }

    /** What lies in a folder for a user, as one of ONE's lists has it. */
    List<Element> list(World world, User user, String filter, @Nullable String parent, boolean folders) {
        return elements.values().stream()
                .filter(one -> one.isFolder() == folders && !one.trashed)
                .filter(one -> switch (filter) {
                    case "owner" -> one.author == user && !one.isShared() && one.visibility == null;
                    case "shared" -> one.isShared() && may(world, user, one, READ);
                    default -> one.author == user && filter.equals(one.visibility);
                })
                .filter(one -> parent == null
                        ? one.parent == null || !may(world, user, one.parent, READ)
                        : one.parent != null && one.parent.id.equals(parent))
                .collect(Collectors.toList());
    }
}
