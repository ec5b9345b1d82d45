package fr.passerelle.one;

import fr.passerelle.ent.ConnectorRules;

class ArchitectureTest extends ConnectorRules {
    ArchitectureTest() {
        super("fr.passerelle.one", 25);
    }
}
