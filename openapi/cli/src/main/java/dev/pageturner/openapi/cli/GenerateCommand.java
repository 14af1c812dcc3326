package dev.pageturner.openapi.cli;

import dev.pageturner.openapi.cli.listing.Console;
import dev.pageturner.openapi.cli.listing.ExitCode;
import dev.pageturner.openapi.detect.Detection;
import dev.pageturner.openapi.generator.Generated;
import dev.pageturner.openapi.generator.Generator;
import dev.pageturner.openapi.generator.ProjectGenerator;
import dev.pageturner.openapi.generator.ProjectReport;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a Java client of a document. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "A Java client of an OpenAPI document, whose lists page by themselves. The same document and"
          + " options give the same bytes.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  pageturner generate openapi.yaml --package com.example.shop --out src/main/java",
      "  pageturner detect openapi.yaml --write-overrides overrides.yaml   # then correct it",
      "  pageturner generate openapi.yaml --package com.example.shop --out gen \\",
      "      --overrides overrides.yaml --async",
      "  pageturner generate openapi.yaml --config stainless.yml --package com.example.shop --out gen",
      "  pageturner generate openapi.yaml --package com.example.shop --out shop-client --project"
    })
final class GenerateCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private DocumentOptions document = new DocumentOptions();

  @Option(
      names = "--package",
      required = true,
      paramLabel = "PACKAGE",
      description = "The package of the classes.")
  private String packageName = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = {
        "The root of the sources, or of the project. Files of an earlier run that are not wanted any more are removed;"
            + " those of others are left alone."
      })
  private Path folder = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = {
        "The client is NAMEClient. Default: the organization of --config, or the document's title."
      })
  private @Nullable String name;

  @Option(names = "--async", description = "Also a client whose lists are Flow.Publisher.")
  private boolean async;

  @ArgGroup(exclusive = false, heading = "%nA whole Maven project:%n")
  private ProjectOptions project = new ProjectOptions();

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      if (project.isAskedFor()) {
        ProjectReport report =
            ProjectGenerator.of(generator(), project.settings()).generate(document.file(), folder);
        warn(report.client());
        project.tell(report, console);
        console.say(summary(report.client()));
        return ExitCode.COMPLETE;
      }
      Generated generated = generator().generate(document.file());
      warn(generated);
      generated.writeTo(folder);
      console.say(summary(generated));
      return ExitCode.COMPLETE;
    } catch (UncheckedIOException e) {
      console.say("pageturner: " + folder + " cannot be written");
    }
    return ExitCode.FAILED;
  }

  private void warn(Generated generated) {
    generated.problems().forEach(problem -> console.say("Warning: " + problem));
  }

  private Generator generator() {
    Generator generator = Generator.of(packageName)
        .async(async)
        .allowRemoteReferences(document.reading().allowRemoteReferences());
    for (Path allowed : document.reading().folders()) {
      generator = generator.allowFolder(allowed);
    }
    generator = name == null ? generator : generator.named(name);
    generator = document.config().map(generator::config).orElse(generator);
    return document.overrides().map(generator::overrides).orElse(generator);
  }

  private String summary(Generated generated) {
    long lists = generated.detections().stream().filter(Detection::isPaginated).count();
    return String.format(
        Locale.ROOT, "%,d files in %s, %,d lists", generated.files().size(), folder, lists);
  }
}
