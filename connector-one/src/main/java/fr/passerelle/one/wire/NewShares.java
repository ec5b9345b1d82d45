package fr.passerelle.one.wire;

import java.util.List;
import java.util.Map;

/** Body of {@code PUT /blog/share/resource/:blog}: replaces all shares. */
public record NewShares(
        Map<String, List<String>> users, Map<String, List<String>> groups, Map<String, List<String>> bookmarks) {}
