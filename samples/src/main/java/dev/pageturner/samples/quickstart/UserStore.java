package dev.pageturner.samples.quickstart;

import dev.pageturner.batch.BatchSink;
import dev.pageturner.lines.JsonLinesWriter;
import dev.pageturner.position.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Keeps users in a SQLite file and in a file of JSON Lines, exactly once each.
 *
 * <p>One transaction takes the users of a batch, the checkpoint after them and the length of the
 * other file. So a process may be killed at any point: the database forgets what was not committed,
 * and what the other file has beyond the committed length is cut off when the store is opened.
 */
final class UserStore implements BatchSink<User>, AutoCloseable {
  private final Connection database;
  private final JsonLinesWriter<User> lines;

  private UserStore(Connection database, Path lines) throws SQLException {
    this.database = database;
    this.lines = JsonLinesWriter.of(User.class).append(lines, number("select bytes from progress"));
  }

  static UserStore open(Path directory) throws SQLException, IOException {
    Files.createDirectories(directory);
    Connection database = connect(directory);
    try (Statement sql = database.createStatement()) {
      sql.execute("create table if not exists users (id integer primary key, name, email)");
      sql.execute("create table if not exists progress"
          + " (one integer primary key, checkpoint, bytes integer, batches integer)");
    }
    database.setAutoCommit(false);
    return new UserStore(database, linesIn(directory));
  }

  static void delete(Path directory) throws IOException {
    for (String file : List.of("users.db", "users.db-journal", "users.jsonl")) {
      Files.deleteIfExists(directory.resolve(file));
    }
  }

  static Connection connect(Path directory) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("users.db"));
  }

  static Path linesIn(Path directory) {
    return directory.resolve("users.jsonl");
  }

  /** {@return where to go on; empty at the first start} */
  Optional<Checkpoint> checkpoint() throws SQLException {
    try (Statement sql = database.createStatement();
        ResultSet row = sql.executeQuery("select checkpoint from progress")) {
      return row.next() ? Optional.of(Checkpoint.parse(row.getString(1))) : Optional.empty();
    }
  }

  /** {@return the batches stored so far} */
  long batches() throws SQLException {
    return number("select batches from progress");
  }

  /** {@return the users stored so far} */
  long count() throws SQLException {
    return number("select count(*) from users");
  }

  private long number(String query) throws SQLException {
    try (Statement sql = database.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  @Override
  public void write(List<User> batch, Checkpoint after) throws SQLException {
    add(batch);
    try (PreparedStatement sql =
        database.prepareStatement("insert or replace into progress values (1, ?, ?, ?)")) {
      sql.setString(1, after.toString());
      sql.setLong(2, lines.position());
      sql.setLong(3, batches() + 1);
      sql.executeUpdate();
    }
    database.commit();
  }

  /** Writes users to both files, and commits nothing. */
  void add(List<User> users) throws SQLException {
    try (PreparedStatement sql = database.prepareStatement("insert into users values (?, ?, ?)")) {
      for (User user : users) {
        sql.setLong(1, user.id());
        sql.setString(2, user.name());
        sql.setString(3, user.email());
        sql.addBatch();
        lines.write(user);
      }
      sql.executeBatch();
    }
    lines.flush();
  }

  @Override
  public void close() throws SQLException {
    lines.close();
    database.close();
  }
}
