/**
 * A stand-in for Lilie on this machine: Eliot's web services as a client of 2011–2016 called them, rebuilt from that
 * client and from the answers of its test double, with state of its own. No server code was ever seen, so what a server
 * refuses, and how, is a guess. It replays nothing and is no copy of Lilie; what it does not know is 404.
 *
 * <p>Start one with {@link fr.passerelle.lilie.sandbox.LilieSandbox#start}. Its own administration lies under
 * {@code /__sandbox/} and is no part of the protocol.
 */
@NullMarked
package fr.passerelle.lilie.sandbox;

import org.jspecify.annotations.NullMarked;
