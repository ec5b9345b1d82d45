package fr.passerelle.app.town;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.model.CodedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Reads settings as Spring Boot does, without starting it: {@code --passerelle.…} arguments, then the environment, then
 * {@code application.yml} of the directory, its {@code config/}, and the app's own.
 */
public final class Configuration {
    /** What an argument that is a setting begins with. */
    public static final String ARGUMENT = "--passerelle.";

    private Configuration() {}

    /**
     * The settings.
     *
     * @param arguments those of the command line that are settings
     * @param directory where {@code application.yml} is looked for
     * @throws CodedException {@link AppReason#BAD_SETTING}
     */
    public static TownSettings read(List<String> arguments, Path directory) {
        try {
            return Binder.get(environment(arguments, directory))
                    .bindOrCreate("passerelle", Bindable.of(TownSettings.class));
        } catch (BindException e) {
            throw new CodedException(
                    AppReason.BAD_SETTING, Map.of("setting", e.getName().toString()), e);
        }
    }

    /** One setting, from the same places. */
    public static Optional<String> property(String name, List<String> arguments, Path directory) {
        return Optional.ofNullable(environment(arguments, directory).getProperty(name));
    }

    private static StandardEnvironment environment(List<String> arguments, Path directory) {
        StandardEnvironment environment = new StandardEnvironment();
        String here = "optional:" + directory.toUri();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "places",
                        Map.of("spring.config.location", "optional:classpath:/," + here + "," + here + "config/")));
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource("arguments", arguments.toArray(String[]::new)));
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
        } catch (RuntimeException unreadable) {
            throw new CodedException(AppReason.BAD_SETTING, Map.of("setting", "application.yml"), unreadable);
        }
        return environment;
    }
}
