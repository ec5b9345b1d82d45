package fr.passerelle.one.wire;

/**
 * A message in {@code GET /conversation/list/:folder}.
 *
 * @param state {@code DRAFT}, {@code SENT}, {@code RECALL} or {@code SCHEDULE}
 * @param date in milliseconds
 */
public record MessageLine(String id, String state, Long date) {
    public MessageLine {
        Wire.id(id, "id");
        Wire.present(state, "state");
        Wire.present(date, "date");
    }
}
