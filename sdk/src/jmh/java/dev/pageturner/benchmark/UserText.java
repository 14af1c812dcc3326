package dev.pageturner.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The JSON of the users that the server sends: about 760 bytes each, no two of them equal. */
final class UserText {
  private static final long FIRST_ID = 1_000_000_000L;
  private static final int ID_DIGITS = 10;
  private static final String ID = "0".repeat(ID_DIGITS);
  private static final byte[] TEMPLATE = """
      {"id":%1$s,"login":"user-%1$s","name":"Margarete Hülsmann-Śliwińska",\
      "email":"margarete.huelsmann@mail.example.com",\
      "avatarUrl":"https://avatars.example.com/u/4102938?v=4&size=240",\
      "bio":"Writes compilers by day and bakes \\"proper\\" rye bread by night; keeps three bees' \
      nests, two bicycles and one very patient dog. Opinions are borrowed.",\
      "company":"Nordlicht Datentechnik GmbH & Co. KG","active":true,"score":87.25,\
      "followers":1284,"following":311,"tags":["java","compilers","bread","sailing"],\
      "address":{"street":"Kleine Reichenstraße 14a","city":"Hamburg","zip":"20457",\
      "country":"DE","latitude":53.5475,"longitude":9.9937},\
      "createdAt":"2014-03-09T17:42:11Z","updatedAt":"2026-10-30T08:15:59Z",\
      "url":"https://api.example.com/v1/users/%1$s"}""".formatted(ID).getBytes(StandardCharsets.UTF_8);
  private static final int[] ID_AT = idsIn(TEMPLATE);

  private final byte[] bytes = TEMPLATE.clone();

  /** {@return the text of a user; valid until the next one is asked for} */
  byte[] of(long number) {
    byte[] id = Long.toString(FIRST_ID + number).getBytes(StandardCharsets.US_ASCII);
    for (int at : ID_AT) {
      System.arraycopy(id, 0, bytes, at, ID_DIGITS);
    }
    return bytes;
  }

  static int length() {
    return TEMPLATE.length;
  }

  /** {@return the sum of the ids of the first users, to check that all of them arrived} */
  static long sumOfIds(long count) {
    return count * FIRST_ID + count * (count - 1) / 2;
  }

  private static int[] idsIn(byte[] text) {
    String latin = new String(text, StandardCharsets.ISO_8859_1);
    int[] found = new int[8];
    int count = 0;
    for (int at = latin.indexOf(ID); at >= 0; at = latin.indexOf(ID, at + 1)) {
      found[count++] = at;
    }
    return Arrays.copyOf(found, count);
  }
}
