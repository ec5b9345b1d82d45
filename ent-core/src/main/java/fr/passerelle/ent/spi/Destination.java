package fr.passerelle.ent.spi;

import fr.passerelle.ent.model.PlaceId;

/**
 * One wall, thread or group of an ENT that a communication goes to; one delivery item is made for each.
 *
 * @param place whose it is
 * @param key stable for this account over time, for example {@code class/} and a class id: the order of deliveries is
 *     kept within it
 * @param name what the ENT knows it by, for example the class's name {@code CM2 B}
 */
public record Destination(PlaceId place, String key, String name) {}
