/**
 * The one HTTP kit of connectors: what leaves towards an ENT is guarded here and nowhere else.
 *
 * <p>{@link fr.passerelle.ent.http.EntSessions} makes one {@link fr.passerelle.ent.spi.EntSession} for each account;
 * {@link fr.passerelle.ent.http.OkHttpEnt} sends its requests within {@link fr.passerelle.ent.http.HttpLimits} and to
 * the account's own origin only; {@link fr.passerelle.ent.http.CommonAnswers} says what the answers that every platform
 * shares mean for a step. Logs name method, route, status, bytes and milliseconds, never a path, header or body.
 */
@NullMarked
package fr.passerelle.ent.http;

import org.jspecify.annotations.NullMarked;
