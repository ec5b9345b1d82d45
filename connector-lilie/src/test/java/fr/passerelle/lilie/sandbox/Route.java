package fr.passerelle.lilie.sandbox;

import fr.passerelle.ent.sandbox.Request;
import fr.passerelle.ent.sandbox.RoutePattern;
import fr.passerelle.ent.sandbox.Visit;
import java.util.Map;

/** Something on the platform that answers; each family of routes has a door of its own. */
interface Route extends RoutePattern.Routed {

    /** Settles who is calling, and whether she may. */
    Visit.Act enter(World world, Request request, Map<String, String> ids);
}
