package fr.passerelle.one.wire;

import java.util.List;

/**
 * Answer of {@code GET /auth/oauth2/userinfo}, version 2.0.
 *
 * @param type profile, for example {@code Teacher} or {@code Personnel}
 * @param groupsIds the groups that the user belongs to
 */
public record UserInfo(String userId, String type, List<String> groupsIds, List<Action> authorizedActions) {
    public UserInfo {
        Wire.id(userId, "userId");
        Wire.present(type, "type");
        Wire.present(groupsIds, "groupsIds");
        Wire.present(authorizedActions, "authorizedActions");
    }

    /** A workflow right, as Java class and method. */
    public record Action(String name) {
        public Action {
            Wire.present(name, "name");
        }
    }

    /** Whether a workflow right is among those granted. */
    public boolean may(String action) {
        return authorizedActions.stream().anyMatch(granted -> granted.name().equals(action));
    }
}
