package fr.passerelle.beneylu;

import fr.passerelle.ent.ConnectorRules;

class ArchitectureTest extends ConnectorRules {
    ArchitectureTest() {
        super("fr.passerelle.beneylu", 25);
    }
}
