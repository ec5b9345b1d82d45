package fr.passerelle.app;

import java.nio.file.Path;

/** A town's directory with one school and its classes, for tests of other rooms. */
public final class Furnished {
    public static final String SCHOOL = Desk.TOURNELLES;

    private Furnished() {}

    public static void in(Path directory) {
        new Desk(directory).furnished();
    }
}
