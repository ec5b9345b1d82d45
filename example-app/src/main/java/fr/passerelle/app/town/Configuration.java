package fr.passerelle.app.town;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.model.CodedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
            return Binder.get(environment).bindOrCreate("passerelle", Bindable.of(TownSettings.class));
        } catch (BindException e) {
            throw new CodedException(
                    AppReason.BAD_SETTING, Map.of("setting", e.getName().toString()), e);
        } catch (RuntimeException unreadable) {
            throw new CodedException(AppReason.BAD_SETTING, Map.of("setting", "application.yml"), unreadable);
        }
    }
}
