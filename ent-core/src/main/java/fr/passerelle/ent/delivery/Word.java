package fr.passerelle.ent.delivery;

import fr.passerelle.ent.delivery.ItemEvent.Wish;
import java.util.Locale;

/** The six words that people read about an item. */
public enum Word {
    /** It is on its way. */
    WAITING("en attente", "waiting"),
    /** Families can read it, in its newest revision. */
    PUBLISHED("publié", "published"),
    /** Families cannot read it any more. */
    WITHDRAWN("retiré", "withdrawn"),
    /** The ENT, or its connector, does not take it. */
    REFUSED("refusé", "refused"),
    /** Nobody knows yet whether the ENT did it. */
    TO_CHECK("à vérifier", "to check"),
    /** A person must do it on the ENT. */
    BY_HAND("à faire à la main", "to do by hand");

    private final String french;
    private final String english;

    Word(String french, String english) {
        this.french = french;
        this.english = english;
    }

    /** The word in English for {@code en}, in French for everything else. */
    public String label(Locale locale) {
        return locale.getLanguage().equals("en") ? english : french;
    }

    static Word of(Item item) {
        return switch (item.status()) {
            case NONE, REQUESTED, INTENDED, DEFERRED, ACCEPTED -> WAITING;
            case UNKNOWN -> TO_CHECK;
            case CONFIRMED -> PUBLISHED;
            case WITHDRAWN -> WITHDRAWN;
            // Refused to take it back: it is still there, and only a person can remove it.
            case REFUSED -> item.wish() == Wish.WITHDRAWN && item.touched() ? BY_HAND : REFUSED;
            case PARKED -> item.pending() == null ? BY_HAND : TO_CHECK;
            case AWAITING_PERSON -> BY_HAND;
        };
    }
}
