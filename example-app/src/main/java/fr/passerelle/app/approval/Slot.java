package fr.passerelle.app.approval;

import fr.passerelle.ent.model.CommunicationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft and when it is to appear.
 *
 * @param from null for at once
 * @param until when it is taken back, or null
 */
public record Slot(
        CommunicationId communication,
        @Nullable Instant from,
        @Nullable Instant until) {}
