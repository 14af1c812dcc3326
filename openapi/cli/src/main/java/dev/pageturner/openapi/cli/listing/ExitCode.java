package dev.pageturner.openapi.cli.listing;

/** How a command ended, for the shell. */
public final class ExitCode {
  /** Everything was done. */
  public static final int COMPLETE = 0;

  /** Something failed; the checkpoint says where to go on. */
  public static final int FAILED = 1;

  /** The command was not understood; nothing was done. */
  public static final int USAGE = 2;

  /** Interrupted, as shells have it: 128 and the number of SIGINT. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
