package fr.passerelle.ent.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By what a state is found besides its id.
 *
 * @param parent the id it belongs to (a class its school, an item its communication), or null
 * @param group a second id it is listed under (a person her class, an item its account), or null
 * @param status one word for filters, for example {@code open}
 * @param dueAt when somebody must look at it again, or null
 */
public record StateIndex(
        @Nullable String parent,
        @Nullable String group,
        String status,
        @Nullable Instant dueAt) {
    public static StateIndex of(String status) {
        return new StateIndex(null, null, status, null);
    }

    public static StateIndex under(String parent, String status) {
        return new StateIndex(parent, null, status, null);
    }
}
