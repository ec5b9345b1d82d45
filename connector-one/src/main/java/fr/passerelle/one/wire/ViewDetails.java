package fr.passerelle.one.wire;

import java.util.List;

/** Answer of {@code GET /audience/views/details/:application/:type/:id}. */
public record ViewDetails(Long viewsCounter, List<OfProfile> uniqueViewsPerProfile) {
    public ViewDetails {
        Wire.present(viewsCounter, "viewsCounter");
        Wire.present(uniqueViewsPerProfile, "uniqueViewsPerProfile");
    }

    /**
     * How many people of a profile viewed it.
     *
     * @param profile for example {@code Relative}
     */
    public record OfProfile(String profile, Long counter) {
        public OfProfile {
            Wire.present(profile, "profile");
            Wire.present(counter, "counter");
        }
    }
}
