package fr.passerelle.one.wire;

import java.util.List;

/**
 * Body of {@code POST /conversation/draft} and {@code POST /conversation/send}.
 *
 * @param to ids of groups
 */
public record NewMessage(List<String> to, List<String> cc, List<String> cci, String subject, String body) {
    @Override
    public String toString() {
        return "NewMessage";
    }
}
