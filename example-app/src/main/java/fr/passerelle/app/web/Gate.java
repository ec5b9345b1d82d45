package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.UserReason;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.delivery.Item;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Feature;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.schoolclass.SchoolClass;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The one place where it is decided who may call what: a handler says which right it {@link Needs}, and what stands in its
 * address says at which place. A handler whose place comes in a form asks the {@link Visitor} itself. What changed
 * something, or opened names, is kept on the trail.
 */
@Component
class Gate implements HandlerInterceptor {
    private static final String HERE = Gate.class.getPackageName();

    private final Town town;

    Gate(Town town) {
        this.town = town;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!isOurs(handler) || ((HandlerMethod) handler).hasMethodAnnotation(ForEverybody.class)) {
            return true;
        }
        Visitor visitor = Visitor.of(request).orElseThrow(() -> new CodedException(UserReason.NOT_SIGNED_IN, Map.of()));
        Needs needs = needs(handler)
                .orElseThrow(() -> new IllegalStateException("A handler does not say what it needs: " + handler));
        boolean allowed = visitor.may(needs.value())
                && variables(request).entrySet().stream()
                        .flatMap(variable -> place(variable.getKey(), variable.getValue()).stream())
                        .allMatch(visitor::isAt);
        if (!allowed) {
            note(request, handler, HttpServletResponse.SC_FORBIDDEN);
            throw Visitor.notAllowed();
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (isOurs(handler)) {
            note(request, handler, response.getStatus());
        }
    }

    private void note(HttpServletRequest request, Object handler, int outcome) {
        needs(handler)
                .filter(needs -> !needs.trail().isEmpty())
                .ifPresent(needs -> Visitor.of(request)
                        .ifPresent(
                                visitor -> town.users().note(visitor.id(), needs.trail(), subject(request), outcome)));
    }

    private static boolean isOurs(Object handler) {
        return handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().equals(HERE);
    }

    private static Optional<Needs> needs(Object handler) {
        return Optional.ofNullable(((HandlerMethod) handler).getMethodAnnotation(Needs.class));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> variables(HttpServletRequest request) {
        Object found = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return found == null ? Map.of() : (Map<String, String>) found;
    }

    /** What it was done to: the last id of the address. */
    private static String subject(HttpServletRequest request) {
        return variables(request).values().stream().reduce("", (before, last) -> last);
    }

    /** Where what an address names is; empty for what has no place or is not there, which the handler says. */
    private Optional<PlaceId> place(String variable, String id) {
        try {
            return switch (variable) {
                case "place" -> Optional.of(PlaceId.parse(id));
                case "communication" ->
                    Optional.ofNullable(state(fr.passerelle.ent.communication.Communication.FEATURE, id)
                            .place());
                case "person" -> Optional.ofNullable(state(Person.FEATURE, id).place());
                case "schoolClass" ->
                    Optional.ofNullable(state(SchoolClass.FEATURE, id).school());
                case "item" ->
                    Optional.ofNullable(state(Item.FEATURE, id).target())
                            .map(target -> state(
                                            Communication.FEATURE,
                                            target.communication().toString())
                                    .place());
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private <S> S state(Feature<?, ?, S> feature, String id) {
        return town.passerelle().states().current(feature, id);
    }
}
