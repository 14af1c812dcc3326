package dev.pageturner.internal.json;

import com.squareup.moshi.JsonDataException;
import dev.pageturner.error.PageturnerException;
import dev.pageturner.error.PageturnerException.Kind;
import dev.pageturner.error.RequestInfo;
import dev.pageturner.internal.text.ShortText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Errors of JSON readers and adapters without the data that their messages repeat: what was
 * expected and where, not what was there instead.
 */
public final class DecodeErrors {
  private static final int LONGEST_PATH = 200;
  private static final Pattern EXPECTED =
      Pattern.compile("^(Expected (?:an?|one of|the end of)? ?[\\w .,\\[\\]']{1,80}?) but was ");
  private static final Pattern FORM = Pattern.compile("^(no [A-Za-z0-9 -]{1,30}) at \\$");
  private static final Pattern REQUIRED = Pattern.compile(
      "^((?:Required value|Non-null value) '[^']{1,80}'[^:]{0,40}?) (?:missing|was)");

  private DecodeErrors() {}

  /**
   * {@return an error that says what was being read and where it failed}
   *
   * @param what what was being read, such as {@code item 3 of /users}
   * @param path the path in the JSON, as the reader tells it
   * @param cause what the reader or adapter threw
   * @param request the request, if there was one
   */
  public static PageturnerException.Content of(
      String what, String path, Throwable cause, @Nullable RequestInfo request) {
    String message = what + ": " + reason(cause) + " at " + ShortText.cut(path, LONGEST_PATH);
    return new PageturnerException.Content(Kind.PARSE, message, withoutMessage(cause), request);
  }

  /** {@return what a reader or adapter objects to, without the data that it repeats} */
  public static String reason(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    if (message.startsWith("Nesting too deep")) {
      return "nested too deep";
    }
    Matcher expected = EXPECTED.matcher(message);
    if (cause instanceof JsonDataException && expected.find()) {
      return lowerCaseFirst(expected.group(1));
    }
    Matcher required = REQUIRED.matcher(message);
    if (cause instanceof JsonDataException && required.find()) {
      return lowerCaseFirst(required.group(1)) + " is missing";
    }
    Matcher form = FORM.matcher(message);
    if (cause instanceof JsonDataException && form.find()) {
      return form.group(1);
    }
    return cause instanceof java.io.EOFException ? "the JSON ends too early" : "not valid";
  }

  private static String lowerCaseFirst(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  /** The cause's message may repeat data; its type and stack trace are what helps. */
  private static Throwable withoutMessage(Throwable cause) {
    Throwable bare = new DecodeFailure(cause.getClass().getName());
    bare.setStackTrace(cause.getStackTrace());
    return bare;
  }

  private static final class DecodeFailure extends Exception {
    private static final long serialVersionUID = 1L;

    DecodeFailure(String type) {
      super(type, null, false, true);
    }
  }
}
