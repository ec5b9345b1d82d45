package fr.passerelle.app.web;

import fr.passerelle.app.user.Right;
import fr.passerelle.app.user.Role;
import fr.passerelle.app.user.User;
import fr.passerelle.app.user.UserId;
import fr.passerelle.app.user.UserReason;
import fr.passerelle.app.user.Users;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.SubjectId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whoever makes a request; a handler that wants to know takes one as a parameter.
 *
 * @param places hers; none for a role that is everywhere
 * @param person whom of the people of the places she is, or null
 * @param name as it stands on her page, or null once she is erased
 */
public record Visitor(
        UserId id,
        Role role,
        List<PlaceId> places,
        @Nullable PersonId person,
        @Nullable String name) {
    private static final String ATTRIBUTE = Visitor.class.getName();

    static Visitor of(User user, Users users) {
        return new Visitor(
                user.id(), Objects.requireNonNull(user.role()), user.places(), user.person(), users.name(user));
    }

    /** Who makes this request; empty where nobody has signed in. */
    static Optional<Visitor> of(HttpServletRequest request) {
        return Optional.ofNullable((Visitor) request.getAttribute(ATTRIBUTE));
    }

    void isBehind(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Who asks, for the library's history. */
    SubjectId by() {
        return id.subject();
    }

    public boolean may(Right right) {
        return role.may(right);
    }

    /** Whether a place is one of hers. */
    public boolean isAt(PlaceId place) {
        return role.isEverywhere() || places.contains(place);
    }

    /**
     * Goes on only at a place of hers.
     *
     * @throws CodedException {@link UserReason#NOT_ALLOWED}
     */
    void needsToBeAt(PlaceId place) {
        if (!isAt(place)) {
            throw notAllowed();
        }
    }

    static CodedException notAllowed() {
        return new CodedException(UserReason.NOT_ALLOWED, Map.of());
    }

    @Override
    public String toString() {
        return "Visitor[" + id + "]";
    }
}
