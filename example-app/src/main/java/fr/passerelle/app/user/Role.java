package fr.passerelle.app.user;

import static fr.passerelle.app.user.Right.APPROVE;
import static fr.passerelle.app.user.Right.ARRANGE;
import static fr.passerelle.app.user.Right.FAMILY;
import static fr.passerelle.app.user.Right.FOLLOW;
import static fr.passerelle.app.user.Right.LOOK_AFTER;
import static fr.passerelle.app.user.Right.NAMES;
import static fr.passerelle.app.user.Right.PERSONAL_DATA;
import static fr.passerelle.app.user.Right.PLACES;
import static fr.passerelle.app.user.Right.READ;
import static fr.passerelle.app.user.Right.USERS;
import static fr.passerelle.app.user.Right.WRITE;

import java.util.Set;

/** What a user is to the town. It decides what she may do, her places decide where. */
public enum Role {
    /** Mairie: runs the app, everywhere. */
    TOWN(true, PLACES, FOLLOW, READ, WRITE, NAMES, PERSONAL_DATA, LOOK_AFTER, ARRANGE, APPROVE, USERS),
    /** Directrice, directeur of a school or of a leisure centre. */
    HEAD(false, PLACES, FOLLOW, READ, WRITE, NAMES, PERSONAL_DATA, LOOK_AFTER, ARRANGE, APPROVE, USERS),
    /** Enseignante, enseignant. */
    TEACHER(false, PLACES, FOLLOW, READ, WRITE, NAMES),
    /** Animatrice, animateur of a leisure centre. */
    LEISURE_STAFF(false, PLACES, FOLLOW, READ, WRITE, NAMES),
    /** Référent numérique. */
    REFERENT(false, PLACES, FOLLOW, READ, WRITE, NAMES, LOOK_AFTER, ARRANGE),
    /** Compares the ENTs for the town, everywhere; reads no names and no texts. */
    EVALUATOR(true, PLACES, FOLLOW),
    /** Parent, or whoever stands for one. */
    PARENT(false, FAMILY);

    private final boolean everywhere;
    /** Never changed. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Right> rights;

    Role(boolean everywhere, Right... rights) {
        this.everywhere = everywhere;
        this.rights = Set.of(rights);
    }

    /** Whether it is for the whole town; any other is for the places that the user has. */
    public boolean isEverywhere() {
        return everywhere;
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** Whether somebody in this role may give another one to others, at her own places. */
    public boolean mayGive(Role other) {
        return may(USERS) && (this == TOWN || (other != HEAD && !other.everywhere));
    }
}
