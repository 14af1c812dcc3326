package dev.pageturner.openapi.cli;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.openapi.cli.listing.Console;
import dev.pageturner.openapi.cli.listing.ExitCode;
import dev.pageturner.openapi.cli.options.Rate;
import dev.pageturner.openapi.cli.options.SecretText;
import dev.pageturner.openapi.model.InvalidDocumentException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line: all commands below one name. */
@Command(
    name = "pageturner",
    mixinStandardHelpOptions = true,
    versionProvider = Pageturner.Version.class,
    description = "Lists of paginated APIs, from the first page to the last.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  pageturner get https://api.github.com/orgs/square/repos?per_page=50 > repos.jsonl",
      "  pageturner export openapi.yaml listUsers --param active=true > users.jsonl",
      "  pageturner detect openapi.yaml",
      "  pageturner check https://api.github.com/orgs/square/repos?per_page=50",
      "  pageturner generate openapi.yaml --package com.example.shop --out src/main/java",
      "  pageturner mock openapi.yaml --port 8080",
      "  pageturner completion bash > /etc/bash_completion.d/pageturner",
      "",
      ExitCode.OF_LISTS
    })
public final class Pageturner implements Runnable {
  private static final Set<String> ABOUT_OTHERS = Set.of("completion", "help");

  @Spec
  private CommandSpec spec = CommandSpec.create();

  /** Starts without a command. */
  public Pageturner() {}

  /**
   * {@return the command line of a process, or of a test}
   *
   * @param console what is around it
   * @param args what will be said: to describe a command takes time, so that where one is named the
   *     others are left out
   */
  public static CommandLine commandLine(Console console, String... args) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("get", () -> new GetCommand(console));
    commands.put("export", () -> new ExportCommand(console));
    commands.put("detect", () -> new DetectCommand(console));
    commands.put("check", () -> new CheckCommand(console));
    commands.put("generate", () -> new GenerateCommand(console));
    commands.put("mock", () -> new MockCommand(console));
    commands.put("completion", () -> new CompletionCommand(console));
    commands.put("help", CommandLine.HelpCommand::new);
    CommandLine line = new CommandLine(new Pageturner());
    String first = args.length == 0 ? "" : args[0];
    boolean one = commands.containsKey(first) && !ABOUT_OTHERS.contains(first);
    commands.forEach((name, command) -> {
      if (!one || name.equals(first)) {
        line.addSubcommand(command.get());
      }
    });
    return configured(line, console);
  }

  private static CommandLine configured(CommandLine line, Console console) {
    Map<String, String> environment = console.environment();
    line.registerConverter(SecretText.class, converter(said -> SecretText.of(said, environment)));
    line.registerConverter(Rate.class, converter(Rate::parse));
    line.registerConverter(Duration.class, converter(Rate::duration));
    // @token.txt is for our options, and no file of arguments.
    line.setExpandAtFiles(false);
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((e, args) -> misunderstood(console, e));
    line.setExecutionExceptionHandler((e, command, result) -> failed(console, e, command));
    line.setUsageHelpWidth(100);
    return line;
  }

  private static <T> ITypeConverter<T> converter(ITypeConverter<T> form) {
    return said -> {
      try {
        return form.convert(said);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    };
  }

  private static int misunderstood(Console console, ParameterException e) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    console.say(name + ": " + message + " (see " + name + " --help)");
    return ExitCode.USAGE;
  }

  private static int failed(Console console, Exception e, CommandLine command) {
    if (e instanceof InvalidDocumentException) {
      String.valueOf(e.getMessage()).lines().forEach(console::say);
      return ExitCode.FAILED;
    }
    if (e instanceof PageturnerException.Storage) {
      console.say("pageturner: " + e.getMessage());
      return ExitCode.FAILED;
    }
    return e instanceof IllegalArgumentException
        ? misunderstood(console, new ParameterException(command, e.getMessage(), e))
        : broken(console, e);
  }

  private static int broken(Console console, Exception e) {
    // Not its message, which may hold anything.
    console.say("pageturner: a fault of this program, please report it: "
        + e.getClass().getSimpleName() + " at " + e.getStackTrace()[0]);
    return ExitCode.FAILED;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Pageturner.class.getPackage().getImplementationVersion();
      return new String[] {
        String.format(Locale.ROOT, "pageturner %s", version == null ? "unpackaged" : version)
      };
    }
  }
}
