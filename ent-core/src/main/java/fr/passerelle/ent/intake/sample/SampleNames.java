package fr.passerelle.ent.intake.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Invented names: they sound French, stand in ISO-8859-1, and a family name is never given twice, so that a search finds
 * it wherever it leaked and nowhere else.
 */
final class SampleNames {
    private static final List<String> STARTS = List.of(
            "BRAL", "CHAUV", "CORD", "DRÉV", "FAUG", "FRÉM", "GALV", "GRAND", "GUILV", "HERB", "JARD", "KERV", "LAMB",
            "LORM", "MARV", "MONTR", "NERV", "OLB", "PLESS", "QUÉR", "ROUV", "SAUV", "TALB", "THÉV", "VALD", "VERG",
            "VIL", "YVR", "ZÉL", "ÉLB");
    private static final List<String> MIDDLES =
            List.of("ABOU", "ADI", "AGUÉ", "ALI", "AMI", "ARO", "ÉBO", "ÉDI", "ELU", "ÉRO", "IBA", "IDO", "OLÉ", "ORI");
    private static final List<String> ENDS = List.of(
            "BRAC", "CHOIS", "DREUX", "FERT", "GNEC", "GNOL", "LLANDE", "MÈCHE", "MIEUX", "NÇOIS", "NDRIN", "NQUET",
            "PHINE", "QUART", "RMOIS", "SSENT", "TIGNE", "VREUIL", "ZAC", "ZELLE");

    private static final List<String> FIRST_STARTS = List.of(
            "Alv", "Bérén", "Cal", "Dav", "Éli", "Fal", "Gaël", "Hév", "Isal", "Jor", "Kél", "Lin", "Maëv", "Nol",
            "Ori", "Perl", "Quent", "Rom", "Sol", "Tav", "Ulv", "Vian", "Ysm", "Zéph");
    private static final List<String> GIRLS_ENDS = List.of("iane", "ine", "ia", "ise", "elle", "ée", "ance", "ya");
    private static final List<String> BOYS_ENDS = List.of("ian", "in", "io", "ric", "el", "éo", "on", "yan");

    private final Random random;
    private final Set<String> given = new HashSet<>();

    SampleNames(Random random) {
        this.random = random;
    }

    String family() {
        String name;
        do {
            name = any(STARTS) + any(MIDDLES) + any(ENDS);
        } while (!given.add(name));
        return name;
    }

    String first(boolean girl) {
        String name = any(FIRST_STARTS) + any(girl ? GIRLS_ENDS : BOYS_ENDS);
        return random.nextInt(12) == 0 ? name + "-" + any(FIRST_STARTS) + any(girl ? GIRLS_ENDS : BOYS_ENDS) : name;
    }

    private String any(List<String> parts) {
        return parts.get(random.nextInt(parts.size()));
    }
}
