/**
 * What a connector author implements, and nothing else. Not stable before three connectors use it.
 *
 * <ol>
 *   <li>Write an {@link fr.passerelle.ent.spi.EntConnectorProvider} and name it in {@code META-INF/services}.
 *   <li>Its {@link fr.passerelle.ent.spi.EntConnector} describes one profile of a platform and can check an account.
 *   <li>Add one interface per ability ({@link fr.passerelle.ent.spi.PublishesCommunications} …). What the platform does
 *       not offer is not implemented and stands among the descriptor's gaps: the engine refuses it before any I/O.
 * </ol>
 *
 * <p>The engine calls a connector from several threads, never twice at once for one destination of one account, and
 * gives it everything it touches in an {@link fr.passerelle.ent.spi.EntSession}. A connector opens no socket and reads no
 * clock of its own; it does not sleep, retry, loop until success or keep state between calls.
 */
@NullMarked
package fr.passerelle.ent.spi;

import org.jspecify.annotations.NullMarked;
