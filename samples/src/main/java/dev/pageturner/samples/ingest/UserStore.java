package dev.pageturner.samples.ingest;

import com.squareup.moshi.Moshi;
import dev.pageturner.batch.BatchSink;
import dev.pageturner.lines.JsonLinesWriter;
import dev.pageturner.position.Checkpoint;
import dev.pageturner.samples.shop.client.ShopJson;
import dev.pageturner.samples.shop.client.User;
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
 * Keeps users in a database, PostgreSQL or SQLite, and in a file of JSON Lines, exactly once each.
 *
 * <p>One transaction takes the users of a batch, the checkpoint after them and the length of the
 * file. So a process may be killed at any point: the database forgets what was not committed, and
 * what the file has beyond the committed length is cut off when the store is opened.
 */
public final class UserStore implements BatchSink<User>, AutoCloseable {
  /** Encodes what the client decodes. */
  static final Moshi JSON = new Moshi.Builder().add(ShopJson.adapters()).build();

  private final Connection database;
  private final JsonLinesWriter<User> lines;

  private UserStore(Connection database, Path lines) throws SQLException {
    this.database = database;
    this.lines = JsonLinesWriter.of(User.class)
        .moshi(JSON)
        .append(lines, number("select bytes from sample_progress"));
  }

  /** {@return the store, with what was committed to it} */
  public static UserStore open(String jdbcUrl, Path lines) throws SQLException, IOException {
    Files.createDirectories(lines.toAbsolutePath().getParent());
    Connection database = DriverManager.getConnection(jdbcUrl);
    try (Statement sql = database.createStatement()) {
      sql.execute("create table if not exists sample_users"
          + " (id varchar(100) primary key, name text, email text)");
      sql.execute("create table if not exists sample_progress"
          + " (one integer primary key, checkpoint text, bytes bigint, batches bigint)");
      sql.execute("insert into sample_progress values (1, null, 0, 0) on conflict do nothing");
      database.setAutoCommit(false);
      // The last words of a process that was killed may have been "commit": wait for their end.
      sql.execute("update sample_progress set one = one");
      database.commit();
    }
    return new UserStore(database, lines);
  }

  /** Forgets everything. */
  public static void delete(String jdbcUrl, Path lines) throws SQLException, IOException {
    Files.createDirectories(lines.toAbsolutePath().getParent());
    try (Connection database = DriverManager.getConnection(jdbcUrl);
        Statement sql = database.createStatement()) {
      sql.execute("drop table if exists sample_users");
      sql.execute("drop table if exists sample_progress");
    }
    Files.deleteIfExists(lines);
  }

  /** {@return where to go on; empty at the first start} */
  public Optional<Checkpoint> checkpoint() throws SQLException {
    try (Statement sql = database.createStatement();
        ResultSet row = sql.executeQuery("select checkpoint from sample_progress")) {
      return row.next()
          ? Optional.ofNullable(row.getString(1)).map(Checkpoint::parse)
          : Optional.empty();
    }
  }

  /** {@return the batches stored so far} */
  public long batches() throws SQLException {
    return number("select batches from sample_progress");
  }

  /** {@return the users stored so far} */
  public long count() throws SQLException {
    return number("select count(*) from sample_users");
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
    try (PreparedStatement sql = database.prepareStatement(
        "update sample_progress set checkpoint = ?, bytes = ?, batches = batches + 1")) {
      sql.setString(1, after.toString());
      sql.setLong(2, lines.position());
      sql.executeUpdate();
    }
    database.commit();
  }

  /** Writes users to both, and commits nothing. */
  public void add(List<User> users) throws SQLException {
    try (PreparedStatement sql =
        database.prepareStatement("insert into sample_users values (?, ?, ?)")) {
      for (User user : users) {
        sql.setString(1, user.id());
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
