package fr.passerelle.lilie.wire;

import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code POST /notifications}. What else it says is not read: it may name people.
 *
 * @param success whether Eliot took it; an answer without it is none
 */
public record Taken(@Nullable Boolean success) {
    public Taken {
        if (success == null) {
            throw new IllegalArgumentException("success");
        }
    }

    public boolean isTaken() {
        return Boolean.TRUE.equals(success);
    }
}
