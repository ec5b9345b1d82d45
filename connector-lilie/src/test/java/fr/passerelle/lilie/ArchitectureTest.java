package fr.passerelle.lilie;

import fr.passerelle.ent.ConnectorRules;

class ArchitectureTest extends ConnectorRules {
    ArchitectureTest() {
        super("fr.passerelle.lilie", 15, "fr.passerelle.one");
    }
}
