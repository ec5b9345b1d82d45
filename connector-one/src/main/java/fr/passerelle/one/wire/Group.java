package fr.passerelle.one.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group in {@code GET /directory/group/admin/list}.
 *
 * @param type {@code ProfileGroup} for the ones that ONE keeps by itself
 * @param filter the profile of a profile group's members, for example {@code Relative}
 * @param classes the classes it belongs to, null for a group of the whole school
 */
public record Group(
        String id,
        @Nullable String type,
        @Nullable String filter,
        @Nullable List<Ref> classes) {
    public Group {
        Wire.id(id, "id");
    }

    /** Something named by its id. */
    public record Ref(String id) {
        public Ref {
            Wire.id(id, "id");
        }
    }

    /** Whether it holds the people of one profile in the whole school, kept by ONE itself. */
    public boolean isOfSchool() {
        return "ProfileGroup".equals(type) && (classes == null || classes.isEmpty());
    }

    /** Whether it holds the people of one profile in exactly this class, kept by ONE itself. */
    public boolean isOf(String classId) {
        return "ProfileGroup".equals(type)
                && classes != null
                && classes.size() == 1
                && classes.get(0).id().equals(classId);
    }
}
