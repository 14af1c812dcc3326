package dev.pageturner.openapi.generator;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What only the owner of a project knows. What is not said stands in the project as a placeholder,
 * and {@link ProjectReport} names it.
 *
 * @param groupId the group id; by default the package of the client
 * @param artifactId the artifact id; by default after the package, {@code petstore-client}
 * @param version the version; by default {@code 0.1.0-SNAPSHOT}
 * @param pageturnerVersion the version of the sdk that the client is built with
 * @param url the home page
 * @param scm where the source is: the URL of the repository
 * @param developer who it is by: {@code Ada Lovelace <ada@example.com>}
 * @param license under which licence it is
 */
public record ProjectSettings(
    Optional<String> groupId,
    Optional<String> artifactId,
    Optional<String> version,
    Optional<String> pageturnerVersion,
    Optional<String> url,
    Optional<String> scm,
    Optional<String> developer,
    Optional<License> license) {
  /** {@return whether anything is said about the project itself} */
  boolean saysAnything() {
    return Stream.of(groupId, artifactId, version, url, scm, developer, license)
        .anyMatch(Optional::isPresent);
  }

  /** {@return settings of which nothing is said} */
  public static ProjectSettings none() {
    return new ProjectSettings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
