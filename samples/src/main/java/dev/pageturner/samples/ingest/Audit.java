package dev.pageturner.samples.ingest;

import static java.util.stream.Collectors.toSet;

import dev.pageturner.lines.JsonLines;
import dev.pageturner.samples.shop.client.User;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is stored, each user of which was compared with those that the API has.
 *
 * @param rows the users in the database
 * @param lines the users in the file of JSON Lines
 * @param batches the batches that were committed
 */
public record Audit(long rows, long lines, long batches) {
  /** What the database has of a user. */
  private record Row(String id, String name, String email) {
    static Row of(User user) {
      return new Row(user.id(), user.name(), user.email());
    }
  }

  /** {@return the counts; fails unless what is stored is the beginning of what is expected} */
  public static Audit of(String jdbcUrl, Path file, List<User> expected) throws SQLException {
    try (Connection database = DriverManager.getConnection(jdbcUrl);
        Statement sql = database.createStatement()) {
      Set<Row> rows = new HashSet<>();
      ResultSet row = sql.executeQuery("select id, name, email from sample_users");
      while (row.next()) {
        rows.add(new Row(row.getString(1), row.getString(2), row.getString(3)));
      }
      Set<Row> first = expected.stream().limit(rows.size()).map(Row::of).collect(toSet());
      check(rows, first, "users in the database");
      List<User> lines =
          JsonLines.from(file).moshi(UserStore.JSON).as(User.class).toList();
      check(lines, expected.subList(0, lines.size()), "users in the file");
      ResultSet batches = sql.executeQuery("select batches from sample_progress");
      batches.next();
      return new Audit(rows.size(), lines.size(), batches.getLong(1));
    }
  }

  /** Fails unless something is what it should be. */
  public static void check(Object found, Object expected, String what) {
    if (!expected.equals(found)) {
      throw new IllegalStateException(what + ": " + found + ", not " + expected);
    }
  }
}
