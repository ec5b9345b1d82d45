package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.delivery.PreviewDesk.Answer;
import fr.passerelle.ent.delivery.PreviewDesk.Preview;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.spi.Rendering;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one ENT will show of what is being written, as families see it on a phone.
 *
 * @param maturity key of the sentence that says what its profile was tried against
 * @param signer who signs by her own account, or null for the place's
 * @param declined why some of it, or all, will not go there, in sentences
 */
record PreviewCard(
        String platform,
        String maturity,
        @Nullable PersonPage signer,
        boolean byHand,
        List<String> destinations,
        @Nullable Rendering rendering,
        List<String> declined) {

    /** @throws CodedException with the refusal's reason, if writing it would be refused */
    static List<PreviewCard> of(Town town, WriteCommunication draft, Locale locale) {
        Answer answer = town.passerelle().delivery().previews().of(draft);
        if (answer instanceof Answer.Refused refused) {
            throw new CodedException(
                    refused.refusal().reason(), refused.refusal().facts());
        }
        return ((Answer.Seen) answer)
                .previews().stream().map(preview -> of(town, preview, locale)).toList();
    }

    private static PreviewCard of(Town town, Preview preview, Locale locale) {
        return new PreviewCard(
                preview.platform(),
                "maturity." + preview.maturity().name(),
                preview.author() == null
                        ? null
                        : PersonPage.of(
                                        town,
                                        List.of(town.passerelle()
                                                .states()
                                                .current(
                                                        Person.FEATURE,
                                                        preview.author().toString())))
                                .stream()
                                .findFirst()
                                .orElse(null),
                preview.byHand(),
                preview.destinations(),
                preview.rendering(),
                preview.declined().stream().map(fault -> fault.sentence(locale)).toList());
    }

    @Override
    public String toString() {
        return "PreviewCard[" + platform + "]";
    }
}
