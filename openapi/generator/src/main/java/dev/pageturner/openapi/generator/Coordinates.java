package dev.pageturner.openapi.generator;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a project is called in a repository.
 *
 * @param groupId the group id
 * @param artifactId the artifact id
 * @param version the version
 */
record Coordinates(String groupId, String artifactId, String version) {
  /**
   * {@return the coordinates of a project: as its pom says, which may have been changed since, or
   * else as they are asked for}
   *
   * @param pom the text of the pom, empty if there is none
   */
  static Coordinates of(String pom, ProjectSettings settings, String packageName) {
    String[] said = said(pom);
    return new Coordinates(
        settings.groupId().orElse(or(said[0], packageName)),
        settings.artifactId().orElse(or(said[1], artifactId(packageName))),
        settings.version().orElse(or(said[2], "0.1.0-SNAPSHOT")));
  }

  private static String or(String said, String otherwise) {
    return Optional.of(said).filter(text -> !text.isBlank()).orElse(otherwise);
  }

  /** {@code com.example.petstore} becomes {@code petstore-client}. */
  private static String artifactId(String packageName) {
    String last = packageName.substring(packageName.lastIndexOf('.') + 1);
    return last.toLowerCase(Locale.ROOT).replaceFirst("_?client$", "") + "-client";
  }

  private static String[] said(String pom) {
    String[] said = {"", "", ""};
    if (pom.isBlank()) {
      return said;
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(pom));
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          int at = List.of("groupId", "artifactId", "version").indexOf(reader.getLocalName());
          if (depth == 1 && at >= 0) {
            said[at] = reader.getElementText().strip();
          } else {
            depth++;
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("pom.xml is not well-formed: " + e.getMessage(), e);
    }
    return said;
  }
}
