package dev.pageturner.openapi.cli;

import dev.pageturner.openapi.cli.listing.Console;
import dev.pageturner.openapi.cli.listing.ExitCode;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete commands and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints a script that makes a shell complete commands and options.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(pageturner completion bash)",
      "  pageturner completion zsh > ~/.pageturner.zsh && echo source ~/.pageturner.zsh >> ~/.zshrc"
    })
final class CompletionCommand implements Callable<Integer> {
  /** The shells that take the script. */
  enum Shell {
    /** Bash. */
    bash,
    /** Zsh, which reads it as bash does. */
    zsh
  }

  private final Console console;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
  private Shell shell = Shell.bash;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String script = AutoComplete.bash("pageturner", spec.root().commandLine());
    console.print(
        shell == Shell.zsh ? "autoload -U +X bashcompinit && bashcompinit\n" + script : script);
    return ExitCode.COMPLETE;
  }
}
