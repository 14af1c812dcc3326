package dev.pageturner.openapi.cli;

import dev.pageturner.openapi.cli.listing.Console;
import dev.pageturner.openapi.generator.License;
import dev.pageturner.openapi.generator.ProjectReport;
import dev.pageturner.openapi.generator.ProjectSettings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for a whole Maven project around a client, and what is said about it. */
final class ProjectOptions {
  @Option(
      names = "--project",
      required = true,
      description = {
        "Write a whole Maven project: pom, README, LICENSE, CHANGELOG, module-info and a test of each"
            + " list. What a person changed since is left alone."
      })
  private boolean asked;

  @Option(names = "--group-id", paramLabel = "ID", description = "Default: the package.")
  private @Nullable String groupId;

  @Option(names = "--artifact-id", paramLabel = "ID", description = "Default: after the package.")
  private @Nullable String artifactId;

  @Option(
      names = "--project-version",
      paramLabel = "VERSION",
      description = "Default: 0.1.0-SNAPSHOT, later what the pom says.")
  private @Nullable String version;

  @Option(names = "--url", paramLabel = "URL", description = "The home page of the project.")
  private @Nullable String url;

  @Option(names = "--scm", paramLabel = "URL", description = "The repository of its source.")
  private @Nullable String scm;

  @Option(
      names = "--developer",
      paramLabel = "WHO",
      description = "Who it is by: \"Ada Lovelace <ada@example.com>\".")
  private @Nullable String developer;

  @Option(
      names = "--license",
      paramLabel = "ID",
      description = "Its licence: Apache-2.0, MIT or proprietary.")
  private @Nullable String license;

  boolean isAskedFor() {
    return asked;
  }

  ProjectSettings settings() {
    return new ProjectSettings(
        Optional.ofNullable(groupId),
        Optional.ofNullable(artifactId),
        Optional.ofNullable(version),
        Optional.ofNullable(Pageturner.class.getPackage().getImplementationVersion()),
        Optional.ofNullable(url),
        Optional.ofNullable(scm),
        Optional.ofNullable(developer),
        Optional.ofNullable(license).map(License::of));
  }

  /** Says what a person should know about a project that was made. */
  void tell(ProjectReport report, Console console) {
    tell("Left alone, as it was changed or removed by hand", report.kept(), console);
    tell("Still a placeholder", report.placeholders(), console);
    tell("No test", report.untested(), console);
  }

  private static void tell(String what, List<String> each, Console console) {
    each.forEach(one -> console.say(what + ": " + one));
  }
}
