package dev.pageturner.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pageturner.samples.Printed;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KilledTenTimesIT {
  @Test
  void postgresHasEachUserOnce() throws Exception {
    Optional<Path> programs = PostgresCluster.programs();
    assumeTrue(
        programs.isPresent(),
        "no PostgreSQL in /usr/lib/postgresql: install Debian's package postgresql to run this");
    try (PostgresCluster postgres = PostgresCluster.start(programs.get())) {
      assertThat(Printed.by(KilledTenTimes.class, postgres.jdbcUrl(), "29"))
          .endsWith("Stored    30,000 users in 60 batches, each exactly once\n")
          .contains("Killed")
          .hasLineCount(12);
    }
  }
}
