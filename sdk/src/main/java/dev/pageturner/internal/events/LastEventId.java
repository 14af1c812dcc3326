package dev.pageturner.internal.events;

import java.util.Optional;

/** Which event ids can go back to the server in a {@code Last-Event-ID} header. */
final class LastEventId {
  // Servers refuse header fields of more than 4 to 16 KiB.
  private static final int LONGEST = 2048;

  private LastEventId() {}

  /**
   * {@return the id, if it can be sent and arrives as it is}: not empty, without control
   * characters, without a blank at its ends (RFC 9110 section 5.5), and of 2,048 characters at
   * most. Other characters than those of ASCII are allowed; the HTML standard sends them as UTF-8.
   */
  static Optional<String> sendable(String id) {
    boolean sendable = !id.isEmpty()
        && id.length() <= LONGEST
        && id.charAt(0) != ' '
        && id.charAt(id.length() - 1) != ' '
        && id.chars().noneMatch(Character::isISOControl);
    return sendable ? Optional.of(id) : Optional.empty();
  }
}
