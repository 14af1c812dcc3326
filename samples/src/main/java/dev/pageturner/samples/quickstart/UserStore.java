package dev.pageturner.samples.quickstart;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.pageturner.batch.BatchSink;
import dev.pageturner.position.Checkpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
  private static final JsonAdapter<User> JSON = new Moshi.Builder().build().adapter(User.class);

  private final Connection database;
  private final FileChannel lines;

  private UserStore(Connection database, FileChannel lines) {
    this.database = database;
    this.lines = lines;
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
    FileChannel lines =
        FileChannel.open(linesIn(directory), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    UserStore store = new UserStore(database, lines);
    lines.truncate(store.committedBytes()).position(store.committedBytes());
    return store;
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

  private long committedBytes() throws SQLException {
    return number("select bytes from progress");
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
  public void write(List<User> batch, Checkpoint after) throws SQLException, IOException {
    add(batch);
    try (PreparedStatement sql =
        database.prepareStatement("insert or replace into progress values (1, ?, ?, ?)")) {
      sql.setString(1, after.toString());
      sql.setLong(2, lines.position());
      sql.setLong(3, batches() + 1);
      sql.executeUpdate();
    }
    // The lines first: a length that was committed must be there after a power cut.
    lines.force(false);
    database.commit();
  }

  /** Writes users to both files, and commits nothing. */
  void add(List<User> users) throws SQLException, IOException {
    StringBuilder text = new StringBuilder();
    try (PreparedStatement sql = database.prepareStatement("insert into users values (?, ?, ?)")) {
      for (User user : users) {
        sql.setLong(1, user.id());
        sql.setString(2, user.name());
        sql.setString(3, user.email());
        sql.addBatch();
        text.append(JSON.toJson(user)).append('\n');
      }
      sql.executeBatch();
    }
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      lines.write(bytes);
    }
  }

  @Override
  public void close() throws SQLException, IOException {
    lines.close();
    database.close();
  }
}
