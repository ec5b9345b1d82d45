package fr.passerelle.app.cli;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.user.Role;
import fr.passerelle.ent.communication.CommunicationReason;
import fr.passerelle.ent.delivery.DeliveryReason;
import fr.passerelle.ent.delivery.ItemId;
import fr.passerelle.ent.model.Coded;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.Sentences;
import fr.passerelle.ent.model.StoreUnavailable;
import fr.passerelle.ent.person.PersonReason;
import fr.passerelle.ent.readiness.Party;
import fr.passerelle.ent.readiness.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads a command line, runs it, and turns whatever goes wrong into one sentence and an exit code. */
final class Parser {
    private static final Logger LOG = LoggerFactory.getLogger(Parser.class);
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private Parser() {}

    static int run(List<String> arguments, Runner runner) {
        Locale locale = language(arguments);
        CommandLine line = new CommandLine(new PasserelleCommand(runner));
        line.setResourceBundle(Texts.bundle(locale));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(runner.console().out()).setErr(runner.console().err());
        converters(line);
        line.setParameterExceptionHandler((e, args) -> tell(e, runner, locale));
        line.setExecutionExceptionHandler((e, command, result) -> tell(e, runner, locale));
        int exit = line.execute(arguments.toArray(String[]::new));
        runner.console().out().flush();
        runner.console().err().flush();
        return exit;
    }

    private static Locale language(List<String> arguments) {
        int at = arguments.indexOf("--lang");
        boolean english =
                (at >= 0 && at + 1 < arguments.size() && arguments.get(at + 1).equals("en"))
                        || arguments.contains("--lang=en");
        return english ? Locale.ENGLISH : Locale.FRENCH;
    }

    private static void converters(CommandLine line) {
        line.registerConverter(PlaceId.class, text -> read(text, PlaceId::parse, AppReason.BAD_PLACE_ID, "value"));
        line.registerConverter(
                CommunicationId.class,
                text -> read(
                        text,
                        given -> new CommunicationId(uuid(given)),
                        CommunicationReason.UNKNOWN_COMMUNICATION,
                        "communication"));
        line.registerConverter(
                PersonId.class,
                text -> read(text, given -> new PersonId(uuid(given)), PersonReason.UNKNOWN_PERSON, "person"));
        line.registerConverter(
                ItemId.class,
                text -> read(text, given -> new ItemId(uuid(given)), DeliveryReason.UNKNOWN_ITEM, "item"));
        line.registerConverter(SchoolYear.class, SchoolYear::parse);
        line.registerConverter(Instant.class, Parser::instant);
        line.registerConverter(Duration.class, Parser::duration);
        words(line, Role.class);
        words(line, PlaceCommand.PlaceKind.class);
        words(line, Topic.class);
        words(line, Party.class);
    }

    /** The words of a list, written with hyphens. */
    private static <T extends Enum<T>> void words(CommandLine line, Class<T> words) {
        line.registerConverter(
                words, text -> Enum.valueOf(words, text.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static <T> T read(String text, Function<String, T> reader, Coded otherwise, String fact) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new CodedException(otherwise, Map.of(fact, text), e);
        }
    }

    private static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("A UUID has 36 characters.");
        }
        return id;
    }

    /** With an offset, or as the town's clocks show it. */
    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException withoutOffset) {
            return LocalDateTime.parse(text)
                    .atZone(fr.passerelle.app.town.Town.ZONE)
                    .toInstant();
        }
    }

    private static Duration duration(String text) {
        Matcher matcher = SECONDS.matcher(text);
        if (!matcher.matches()) {
            return Duration.parse(text);
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    private static int tell(Exception e, Runner runner, Locale locale) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CodedException coded) {
                runner.console().err().println(coded.sentence(locale));
                boolean usage = coded.reason() instanceof AppReason reason && reason.isUsage();
                return usage ? Exit.USAGE : Exit.FAILED;
            }
            if (cause instanceof StoreUnavailable unavailable) {
                LOG.warn("The store is unavailable.", unavailable);
                runner.console().err().println(Sentences.withCode(unavailable, Map.of(), locale));
                return Exit.FAILED;
            }
        }
        if (e instanceof ParameterException wrong) {
            AppReason reason = reason(wrong);
            Map<String, String> facts = facts(wrong);
            runner.console().err().println(Sentences.withCode(reason, facts, locale));
            return Exit.USAGE;
        }
        String incident = UUID.randomUUID().toString();
        LOG.error("Incident {}", incident, e);
        runner.console().err().println(Sentences.withCode(AppReason.UNEXPECTED, Map.of("incident", incident), locale));
        return Exit.FAILED;
    }

    private static AppReason reason(ParameterException wrong) {
        if (wrong instanceof MissingParameterException || isGroupAlone(wrong)) {
            return AppReason.ARGUMENT_MISSING;
        }
        return wrong instanceof UnmatchedArgumentException ? AppReason.ARGUMENT_UNKNOWN : AppReason.ARGUMENT_UNFIT;
    }

    private static Map<String, String> facts(ParameterException wrong) {
        if (wrong instanceof MissingParameterException missing) {
            return Map.of("what", names(missing));
        }
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return Map.of("what", String.join(" ", unmatched.getUnmatched()));
        }
        if (isGroupAlone(wrong)) {
            return Map.of(
                    "what",
                    String.join(" | ", wrong.getCommandLine().getSubcommands().keySet()));
        }
        String what = wrong.getArgSpec() == null ? "?" : name(wrong.getArgSpec());
        return Map.of("what", what, "value", wrong.getValue() == null ? "?" : wrong.getValue());
    }

    /** A word like {@code place} that only gathers commands, without one of them. */
    private static boolean isGroupAlone(ParameterException wrong) {
        return wrong.getArgSpec() == null
                && !(wrong instanceof UnmatchedArgumentException)
                && !wrong.getCommandLine().getSubcommands().isEmpty();
    }

    private static String names(MissingParameterException missing) {
        return String.join(", ", missing.getMissing().stream().map(Parser::name).toList());
    }

    private static String name(CommandLine.Model.ArgSpec spec) {
        return spec instanceof CommandLine.Model.OptionSpec option ? option.longestName() : spec.paramLabel();
    }
}
