package fr.passerelle.ent.spi;

import java.util.List;

/**
 * What an ENT will show of a communication.
 *
 * @param title as it will be shown
 * @param html as it will be shown, the ENT's own rewriting included
 * @param losses what will be missing or changed, each a French sentence for the author; empty when nothing is lost
 */
public record Rendering(String title, String html, List<String> losses) {
    public Rendering {
        losses = List.copyOf(losses);
    }

    @Override
    public String toString() {
        return "Rendering[" + losses.size() + " losses]";
    }
}
