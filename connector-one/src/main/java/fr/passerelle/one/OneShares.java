package fr.passerelle.one;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.spi.HttpReply.Answer;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.one.wire.NewShares;
import fr.passerelle.one.wire.Shares;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whom a blog or an info that we made is open to. ONE drops without a word whom the account may not see, so what was
 * shared is read back.
 *
 * @param read the route that tells who has access
 * @param write the route that replaces who has
 * @param role the role of a reader, in ONE's words
 * @param id the blog's or the info's
 */
record OneShares(OneClient client, OneRoute read, OneRoute write, String role, String id) {

    static OneShares ofBlog(OneClient client, String id) {
        return new OneShares(client, OneRoute.SHARES, OneRoute.SHARE, "blog.read", id);
    }

    static OneShares ofInfo(OneClient client, String id) {
        return new OneShares(client, OneRoute.INFO_SHARES, OneRoute.SHARE_INFO, "info.read", id);
    }

    /** The actions that make a reader, as the platform names them now. */
    List<String> actions() {
        return shares().actions().stream()
                .filter(one -> one.displayName().equals(role))
                .findFirst()
                .map(Shares.Role::name)
                .orElseThrow(() -> StepEnds.deferred(OneClient.broken(read, "a role " + role, "roles without it")));
    }

    /** Opens it to these groups and to nobody else. */
    Answer open(Collection<String> groups, List<String> actions, Effect effect) {
        Map<String, List<String>> members = new TreeMap<>();
        groups.forEach(group -> members.put(group, actions));
        return client.ask(
                write, write.call(id).json(OneJson.bytes(new NewShares(Map.of(), members, Map.of()))), effect);
    }

    /** Whether all of them can read it now. */
    boolean reaches(Collection<String> groups, List<String> actions) {
        Map<String, List<String>> checked = shares().groups().checked();
        return groups.stream()
                .allMatch(group -> checked.getOrDefault(group, List.of()).containsAll(actions));
    }

    private Shares shares() {
        return client.get(read, read.query("?search=", id), Shares.class);
    }
}
