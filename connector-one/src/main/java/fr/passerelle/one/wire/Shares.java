package fr.passerelle.one.wire;

import java.util.List;
import java.util.Map;

/** Answer of {@code GET /blog/share/json/:blog?search=}: the roles there are and who has which actions now. */
public record Shares(List<Role> actions, Members groups, Members users) {
    public Shares {
        Wire.present(actions, "actions");
        Wire.present(groups, "groups");
        Wire.present(users, "users");
    }

    /** A role and the actions that make it. */
    public record Role(String displayName, List<String> name) {
        public Role {
            Wire.present(displayName, "displayName");
            Wire.present(name, "name");
        }
    }

    /** Members by id, with their actions. */
    public record Members(Map<String, List<String>> checked) {
        public Members {
            Wire.present(checked, "checked");
        }
    }
}
