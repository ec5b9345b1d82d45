package fr.passerelle.one.wire;

import java.util.List;

/** Body of {@code PUT /conversation/trash} and {@code PUT /conversation/delete}. */
public record MessageIds(List<String> id) {}
