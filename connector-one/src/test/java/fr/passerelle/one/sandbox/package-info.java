/**
 * A stand-in for ONE on this machine: its rules for signing in, directory, news, blogs, messages, views and reactions, rebuilt
 * from what a real server showed, with state of its own. It replays nothing and is no copy of ONE; what it does not know is 404.
 *
 * <p>Start one with {@link fr.passerelle.one.sandbox.OneSandbox#start}. Its own administration lies under
 * {@code /__sandbox/} and is no part of the protocol.
 */
@NullMarked
package fr.passerelle.one.sandbox;

import org.jspecify.annotations.NullMarked;
