package fr.passerelle.one.wire;

/**
 * Body of {@code POST /actualites/api/v1/threads}.
 *
 * @param mode 0 as ONE's own pages send it; it must be there
 */
public record NewThread(String title, int mode, Structure structure) {
    /** The school. */
    public record Structure(String id) {}
}
