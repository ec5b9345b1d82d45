package fr.passerelle.beneylu;

import fr.passerelle.ent.http.StepEnds;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.HttpCall;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One of Beneylu's applications that holds what is published: a class's blog or its liaison book. */
interface Section {
    Pattern SLUG = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    BlogSection BLOG = new BlogSection();
    LiaisonSection LIAISON = new LiaisonSection();

    /** The section that a kind is published in, or null. */
    static @Nullable Section of(CommunicationKind kind) {
        return switch (kind) {
            case BLOG -> BLOG;
            case LIAISON -> LIAISON;
            case NEWS, MESSAGE -> null;
        };
    }

    /** What it holds, as steps are called: {@code article} or {@code word}. */
    String noun();

    /** The path under which its pages lie. */
    String path();

    /** The name of its form. */
    String form();

    /** The form's field that holds the text. */
    String textField();

    /** The rights that publishing in it takes, each in Beneylu's words. */
    List<String> rights();

    BeneyluRoute newForm();

    BeneyluRoute write();

    BeneyluRoute editForm();

    BeneyluRoute edit();

    BeneyluRoute delete();

    HttpCall deletion(Thing thing);

    /** Fills in what is new. Throws {@link StepEnds} where it would reach others than the class. */
    void fillNew(HtmlForm form, BeneyluText text, LocalDate today, Destination destination);

    /** Puts other words into what is there; everything else stays. */
    void fillEdited(HtmlForm form, BeneyluText text);

    /** The slug in the path to which a sent form leads; empty where it tells none. */
    String slugIn(String path);

    /** What stands under a slug, or nothing. */
    Optional<Thing> at(AppSession app, String slug);

    /**
     * Everything that carries the reference, among what was published since a day.
     *
     * @param title what was sent as title, empty where it is not known
     */
    List<Thing> carrying(AppSession app, String marker, String title, LocalDate since, LocalDate today);

    /** The page on which people read it, as a deep link's path. */
    String page(String slug);

    /** The last part of a path, if it can be a slug. */
    static String lastPart(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return SLUG.matcher(last).matches() ? last : "";
    }
}
