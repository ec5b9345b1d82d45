package fr.passerelle.one.wire;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One line of a blog's shares: a user or a group, and each action granted as a property that is {@code true}. */
public final class Share {
    private @Nullable String userId;
    private @Nullable String groupId;
    private final Set<String> actions = new HashSet<>();

    public void setUserId(@Nullable String userId) {
        this.userId = userId;
    }

    public void setGroupId(@Nullable String groupId) {
        this.groupId = groupId;
    }

    @JsonAnySetter
    public void put(String action, @Nullable Object granted) {
        if (Boolean.TRUE.equals(granted)) {
            actions.add(action);
        }
    }

    public @Nullable String userId() {
        return userId;
    }

    public @Nullable String groupId() {
        return groupId;
    }

    /** Whether the share grants an action, by {@code manager} too. */
    public boolean grants(String action) {
        return actions.contains(action) || actions.contains("manager");
    }
}
