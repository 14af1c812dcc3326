package dev.pageturner.openapi.emit.name;

import static org.assertj.core.api.Assertions.assertThat;

import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaNamesTest {
  @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      pet                      | Pet                | pet              | PET
      HTTPLogItem              | HTTPLogItem        | httpLogItem      | HTTP_LOG_ITEM
      kyb-kyc_patch.response   | KybKycPatchResponse | kybKycPatchResponse | KYB_KYC_PATCH_RESPONSE
      page[number]             | PageNumber         | pageNumber       | PAGE_NUMBER
      IN_PROGRESS              | InProgress         | inProgress       | IN_PROGRESS
      ID                       | ID                 | id               | ID
      userIDs                  | UserIDs            | userIDs          | USER_IDS
      class                    | ApiClass           | class_           | CLASS
      String                   | ApiString          | string           | STRING
      notify                   | Notify             | notify_          | NOTIFY
      $parent                  | Parent             | parent           | PARENT
      +1                       | Plus1              | plus1            | PLUS_1
      -1                       | Minus1             | minus1           | MINUS_1
      15m                      | _15m               | _15m             | _15M
      café                     | Cafe               | cafe             | CAFE
      ك                        | U643               | u643             | U643
      con                      | ApiCon             | con              | CON
      lpt9                     | ApiLpt9            | lpt9             | LPT9
      _                        | Underscore         | underscore       | UNDERSCORE
      ``                       | Empty              | empty            | EMPTY
      """)
  void namesReadLikeNames(String text, String type, String member, String constant) {
    assertThat(JavaNames.className(text)).isEqualTo(type);
    assertThat(JavaNames.memberName(text)).isEqualTo(member);
    assertThat(JavaNames.constantName(text)).isEqualTo(constant);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "true",
        "null",
        "_",
        "var",
        "yield",
        "record",
        "\u202eevil",
        "\u200b",
        "😀",
        "..",
        "a\nb",
        "../../etc/passwd",
        "\ud800",
        "package-info",
        "日本語",
        "0",
        "-",
        "enum",
        "goto",
        "\u0000"
      })
  void everyTextIsANameOfEachKind(String text) {
    assertThat(JavaNames.className(text)).matches(SourceVersion::isName).matches("\\w+");
    assertThat(JavaNames.memberName(text)).matches(SourceVersion::isName).matches("\\w+");
    assertThat(JavaNames.constantName(text)).matches(SourceVersion::isName).matches("\\w+");
    assertThat(JavaNames.packageName(text)).matches(SourceVersion::isName).matches("\\w+");
  }

  @Test
  void longNamesAreCutAndStillDiffer() {
    String one = JavaNames.className("a".repeat(1000) + "b");
    String other = JavaNames.className("a".repeat(1000) + "c");

    assertThat(one).hasSizeLessThanOrEqualTo(80).isNotEqualTo(other);
    assertThat(one).isEqualTo(JavaNames.className("a".repeat(1000) + "b"));
  }

  @Test
  void theFirstToClaimANameGetsIt() {
    NameScope classes = NameScope.ofClasses();

    assertThat(classes.claim("Error")).isEqualTo("Error");
    assertThat(classes.claim("ERROR")).isEqualTo("ERROR2");
    assertThat(classes.claim("error2")).isEqualTo("error2_2");
    assertThat(NameScope.ofMembers().reserve("a").claim("A")).isEqualTo("A");
  }
}
