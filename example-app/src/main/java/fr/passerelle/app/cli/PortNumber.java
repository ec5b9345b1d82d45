package fr.passerelle.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a port: a number that a port can have, 0 for any free one. */
final class PortNumber implements ITypeConverter<Integer> {
    private static final int HIGHEST = 65_535;

    @Override
    public Integer convert(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST) {
                return port;
            }
        } catch (NumberFormatException noNumber) {
            // Said below.
        }
        throw new TypeConversionException("A port is a number from 0 to " + HIGHEST + ".");
    }
}
