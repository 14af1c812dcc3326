package dev.pageturner.openapi.cli.listing;

/** How a command ended, for the shell. */
public final class ExitCode {
  /** Everything was done: the end of a list is proved, or nothing says that there is more. */
  public static final int COMPLETE = 0;

  /** Something failed, or the list is not complete; the checkpoint says where to go on. */
  public static final int FAILED = 1;

  /** The command was not understood; nothing was done. */
  public static final int USAGE = 2;

  /** A check found that a list does not page honestly. */
  public static final int FOUND = 3;

  /**
   * The list ended, and it is in doubt whether there is more. Neither a success, since a script
   * must not take the list for complete, nor a failure, since to try again changes nothing. Of a
   * check: nothing wrong was found, and something could not be checked.
   */
  public static final int IN_DOUBT = 4;

  /** Interrupted, as shells have it: 128 and the number of SIGINT; SIGTERM makes it 143. */
  public static final int INTERRUPTED = 130;

  /** All of them that a list can end with, for its help. */
  public static final String OF_LISTS = "Exit codes:%n"
      + "  0    the end of the list is proved, or nothing says that there is more%n"
      + "  1    failed, or the server's own words say that there is more; checkpoint kept%n"
      + "  2    not understood, nothing was done%n"
      + "  4    it is in doubt whether there is more (--accept-incomplete makes it 0); checkpoint kept%n"
      + "  130  interrupted, 143 terminated; checkpoint kept";

  /** All of them that a check can end with, for its help. */
  public static final String OF_CHECKS = "Exit codes:%n"
      + "  0    every list pages honestly, as far as it was checked%n"
      + "  1    the document cannot be used, or the report cannot be written%n"
      + "  2    not understood, nothing was sent%n"
      + "  3    something was found that is as bad as --fail-on says%n"
      + "  4    nothing was found, but a check could not be made: the report says why%n"
      + "  130  interrupted, 143 terminated";

  private ExitCode() {}
}
