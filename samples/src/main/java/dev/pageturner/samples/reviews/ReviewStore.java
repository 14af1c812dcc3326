package dev.pageturner.samples.reviews;

import dev.pageturner.batch.BatchSink;
import dev.pageturner.position.Checkpoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps reviews in a SQLite database, exactly once each: one transaction takes the reviews of a
 * batch and the checkpoint after them.
 */
public final class ReviewStore implements BatchSink<ProductReview>, AutoCloseable {
  private final Connection database;

  private ReviewStore(Connection database) {
    this.database = database;
  }

  /** {@return the store, with what was committed to it} */
  public static ReviewStore open(String jdbcUrl) throws SQLException {
    Connection database = DriverManager.getConnection(jdbcUrl);
    try (Statement sql = database.createStatement()) {
      sql.execute("create table if not exists reviews"
          + " (product text, review integer, stars integer, primary key (product, review))");
      sql.execute("create table if not exists progress (one integer primary key, checkpoint text)");
    }
    database.setAutoCommit(false);
    return new ReviewStore(database);
  }

  /** {@return where to go on; empty at the first start} */
  public Optional<Checkpoint> checkpoint() throws SQLException {
    try (Statement sql = database.createStatement();
        ResultSet row = sql.executeQuery("select checkpoint from progress")) {
      return row.next() ? Optional.of(Checkpoint.parse(row.getString(1))) : Optional.empty();
    }
  }

  @Override
  public void write(List<ProductReview> batch, Checkpoint after) throws SQLException {
    try (PreparedStatement rows =
            database.prepareStatement("insert into reviews values (?, ?, ?)");
        PreparedStatement progress =
            database.prepareStatement("insert or replace into progress values (1, ?)")) {
      for (ProductReview review : batch) {
        rows.setString(1, review.product());
        rows.setLong(2, review.review());
        rows.setLong(3, review.stars());
        rows.addBatch();
      }
      rows.executeBatch();
      progress.setString(1, after.toString());
      progress.executeUpdate();
    }
    database.commit();
  }

  /** {@return how many reviews are stored} */
  public long count() throws SQLException {
    try (Statement sql = database.createStatement();
        ResultSet row = sql.executeQuery("select count(*) from reviews")) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** {@return what is stored, in the order in which it was} */
  List<ProductReview> reviews() throws SQLException {
    List<ProductReview> all = new ArrayList<>();
    try (Statement sql = database.createStatement();
        ResultSet row =
            sql.executeQuery("select product, review, stars from reviews order by rowid")) {
      while (row.next()) {
        all.add(new ProductReview(row.getString(1), row.getLong(2), row.getLong(3)));
      }
    }
    return all;
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
