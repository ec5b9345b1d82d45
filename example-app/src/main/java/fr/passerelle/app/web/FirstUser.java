package fr.passerelle.app.web;

import fr.passerelle.app.user.Role;
import fr.passerelle.app.user.User;
import fr.passerelle.app.user.Users;
import java.util.List;
import java.util.Optional;

/** How a town that has no user yet lets its first one in: by a link that only whoever starts the app reads. */
final class FirstUser {
    private static final String LOGIN = "mairie";

    private final Users users;

    FirstUser(Users users) {
        this.users = users;
    }

    /** The word of a link for a user of the town; empty once one has chosen a password. */
    Optional<String> link() {
        boolean someone = users.all().stream().anyMatch(user -> user.role() == Role.TOWN && user.password() != null);
        if (someone) {
            return Optional.empty();
        }
        return Optional.of(users.link(
                null,
                users.ofLogin(LOGIN)
                        .map(User::id)
                        .orElseGet(() -> users.add(null, LOGIN, "Mairie", Role.TOWN, List.of(), null))));
    }
}
