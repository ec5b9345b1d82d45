package fr.passerelle.one;

import java.util.List;
import java.util.Set;

/**
 * Which applications of ONE a token opens.
 *
 * @param words as the token end point takes them, separated by blanks
 */
record OneScope(String words) {
    /** What every publication needs; nothing works without. */
    static final OneScope LEAST = new OneScope("userinfo auth directory blog conversation");

    /** What the workspace needs; asked for apart, so that publishing never depends on it. */
    static final OneScope FILES = new OneScope("userinfo auth workspace");

    /**
     * What is asked for, in this order. ONE refuses the whole grant for one word that the application was not declared
     * with, and tells nobody which words it has: those declared before there were news and counts still get a token.
     */
    static final List<OneScope> ASKED = List.of(
            new OneScope(LEAST.words + " actualites audience"),
            new OneScope(LEAST.words + " actualites"),
            new OneScope(LEAST.words + " audience"),
            LEAST);

    boolean opens(OneRoute route) {
        return Set.of(words.split(" ", -1)).contains(route.application());
    }
}
