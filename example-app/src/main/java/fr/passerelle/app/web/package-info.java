/** The web app: pages for people, live status, and the door through which commands reach the store while it serves. */
@NullMarked
package fr.passerelle.app.web;

import org.jspecify.annotations.NullMarked;
