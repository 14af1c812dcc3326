package dev.pageturner.samples.quickstart;

import dev.pageturner.lines.JsonLines;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What is in the two files, each user of which was compared with the one the API has there.
 *
 * @param rows the users in the database
 * @param lines the users in the file of JSON Lines
 * @param batches the batches that were committed
 */
record Audit(long rows, long lines, long batches) {
  /** {@return the counts; fails if a user is not the one that stands at its place} */
  static Audit of(Path directory) throws SQLException {
    try (Connection database = UserStore.connect(directory);
        Statement sql = database.createStatement()) {
      long rows = 0;
      ResultSet row = sql.executeQuery("select id, name, email from users order by id");
      while (row.next()) {
        checkUser(rows++, new User(row.getLong(1), row.getString(2), row.getString(3)), "users.db");
      }
      long batches = sql.executeQuery("select batches from progress").getLong(1);
      return new Audit(rows, lines(directory), batches);
    }
  }

  private static long lines(Path directory) {
    long lines = 0;
    for (User user : JsonLines.from(UserStore.linesIn(directory)).as(User.class)) {
      checkUser(lines++, user, "users.jsonl");
    }
    return lines;
  }

  /** Fails unless this is the user that stands at an index of the API's list. */
  static void checkUser(long index, User user, String where) {
    if (!UsersApi.user(index).equals(user)) {
      throw new IllegalStateException(where + ": another user at " + index + ": " + user);
    }
  }

  /** Fails unless a count is what it should be. */
  static void checkCount(long count, long expected, String what) {
    if (count != expected) {
      throw new IllegalStateException(what + ": " + count + ", not " + expected);
    }
  }
}
