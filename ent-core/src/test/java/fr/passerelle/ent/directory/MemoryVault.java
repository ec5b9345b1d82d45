package fr.passerelle.ent.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.SubjectId;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes for good, seals nothing, and forgets whom it is told to. */
final class MemoryVault implements NameVault {
    private final Set<String> erasedMatches = new HashSet<>();
    private final Set<SubjectId> erasedSubjects = new HashSet<>();
    /** Whose values were opened. */
    final Set<SubjectId> opened = new HashSet<>();

    void erase(SubjectId subject, String exactKey) {
        erasedSubjects.add(subject);
        erasedMatches.add(exactKey);
    }

    @Override
    public String hmac(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("key of a test/" + purpose).getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public <T> Personal<T> open(Personal<T> value) {
        opened.add(value.subject());
        return erasedSubjects.contains(value.subject()) ? new Personal.Erased<>(value.subject()) : value;
    }

    @Override
    public <T> List<Personal<T>> openAll(Collection<? extends Personal<T>> values) {
        return values.stream()
                .<Personal<T>>map(value ->
                        erasedSubjects.contains(value.subject()) ? new Personal.Erased<>(value.subject()) : value)
                .toList();
    }

    @Override
    public boolean erasedMatch(String exactKey) {
        return erasedMatches.contains(exactKey);
    }
}
