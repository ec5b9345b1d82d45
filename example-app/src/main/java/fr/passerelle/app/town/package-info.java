/** The library as this town configured it: settings, places by name, and what pages and commands ask of both. */
@NullMarked
package fr.passerelle.app.town;

import org.jspecify.annotations.NullMarked;
