package fr.passerelle.one.wire;

import java.util.List;

/** Body of {@code PUT /workspace/documents/trash}. */
public record ElementIds(List<String> ids) {}
