/**
 * The command line. A command says what it wants of the town and how it is told; whether it runs here or in the web app
 * that holds the store is decided once, in {@link fr.passerelle.app.cli.CommandLineApp}.
 */
@NullMarked
package fr.passerelle.app.cli;

import org.jspecify.annotations.NullMarked;
