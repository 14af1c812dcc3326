package dev.pageturner.openapi.generator;

import dev.pageturner.openapi.emit.client.ClientOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pom: how the client is built, with sources and Javadoc beside it, and what Maven Central asks
 * for. What the owner has not said is a placeholder.
 */
final class PomFile {
  private static final String URL = "https://example.com/placeholder";

  private final Coordinates coordinates;
  private final ProjectSettings settings;
  private final ClientOutline client;
  private final boolean async;
  private final List<String> placeholders = new ArrayList<>();

  PomFile(Coordinates coordinates, ProjectSettings settings, ClientOutline client, boolean async) {
    this.coordinates = coordinates;
    this.settings = settings;
    this.client = client;
    this.async = async;
  }

  /** {@return what is not said, once the text is made} */
  List<String> placeholders() {
    return placeholders;
  }

  String text() {
    String title = client.title().isBlank() ? coordinates.artifactId() : client.title();
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 https://maven.apache.org/xsd/maven-4.0.0.xsd">
          <modelVersion>4.0.0</modelVersion>

          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
          <name>%s client</name>
          <description>A Java client of %s, whose lists page by themselves.</description>
          <url>%s</url>

          <licenses>
            <license>
              <name>%s</name>
              <url>%s</url>
            </license>
          </licenses>
        %s
        %s
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
            <pageturner.version>%s</pageturner.version>
          </properties>

          <dependencies>
            <dependency>
              <groupId>dev.pageturner</groupId>
              <artifactId>pageturner-sdk%s</artifactId>
              <version>${pageturner.version}</version>
            </dependency>
            <dependency>
              <groupId>dev.pageturner</groupId>
              <artifactId>pageturner-openapi-mock-server</artifactId>
              <version>${pageturner.version}</version>
              <scope>test</scope>
            </dependency>
            <dependency>
              <groupId>org.junit.jupiter</groupId>
              <artifactId>junit-jupiter</artifactId>
              <version>6.1.3</version>
              <scope>test</scope>
            </dependency>
          </dependencies>
        %s
        </project>
        """.formatted(
        xml(coordinates.groupId()),
        xml(coordinates.artifactId()),
        xml(coordinates.version()),
        xml(title),
        xml(title),
        xml(said(settings.url(), "url", URL)),
        xml(said(settings.license().map(License::id), "license", "placeholder")),
        xml(settings.license().map(License::url).filter(url -> !url.isEmpty()).orElse(URL)),
        developers(),
        scm(),
        xml(said(settings.pageturnerVersion(), "pageturner.version", "placeholder")),
        async ? "-async" : "",
        BUILD);
  }

  private String said(Optional<String> said, String what, String placeholder) {
    if (said.isEmpty()) {
      placeholders.add("pom.xml: " + what);
    }
    return said.orElse(placeholder);
  }

  private String developers() {
    String said = said(settings.developer(), "developer", "placeholder <placeholder@example.com>");
    int mail = said.indexOf('<');
    String name = (mail < 0 ? said : said.substring(0, mail)).strip();
    String address = mail < 0 ? "" : said.substring(mail + 1).replace(">", "").strip();
    return """

          <developers>
            <developer>
              <name>%s</name>%s
            </developer>
          </developers>
        """.formatted(
            xml(name), address.isEmpty() ? "" : "\n      <email>" + xml(address) + "</email>");
  }

  private String scm() {
    String url = xml(said(settings.scm(), "scm", URL + ".git"));
    return """
          <scm>
            <connection>scm:git:%s</connection>
            <developerConnection>scm:git:%s</developerConnection>
            <url>%s</url>
          </scm>
        """.formatted(url, url, url.replaceFirst("\\.git$", ""));
  }

  private static String xml(String text) {
    return text.replaceAll("[\\p{Cntrl}]+", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .strip();
  }

  private static final String BUILD = """

          <build>
            <plugins>
              <plugin>
                <groupId>org.apache.maven.plugins</groupId>
                <artifactId>maven-resources-plugin</artifactId>
                <version>3.5.0</version>
              </plugin>
              <plugin>
                <groupId>org.apache.maven.plugins</groupId>
                <artifactId>maven-compiler-plugin</artifactId>
                <version>3.16.0</version>
              </plugin>
              <plugin>
                <groupId>org.apache.maven.plugins</groupId>
                <artifactId>maven-surefire-plugin</artifactId>
                <version>3.6.1</version>
                <configuration>
                  <useModulePath>false</useModulePath>
                </configuration>
              </plugin>
              <plugin>
                <groupId>org.apache.maven.plugins</groupId>
                <artifactId>maven-jar-plugin</artifactId>
                <version>3.5.1</version>
              </plugin>
              <plugin>
                <groupId>org.apache.maven.plugins</groupId>
                <artifactId>maven-source-plugin</artifactId>
                <version>3.4.0</version>
                <executions>
                  <execution>
                    <goals>
                      <goal>jar-no-fork</goal>
                    </goals>
                  </execution>
                </executions>
              </plugin>
              <plugin>
                <groupId>org.apache.maven.plugins</groupId>
                <artifactId>maven-javadoc-plugin</artifactId>
                <version>3.12.0</version>
                <configuration>
                  <doclint>none</doclint>
                </configuration>
                <executions>
                  <execution>
                    <goals>
                      <goal>jar</goal>
                    </goals>
                  </execution>
                </executions>
              </plugin>
            </plugins>
          </build>
        """.stripTrailing();
}
