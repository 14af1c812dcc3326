package dev.pageturner.samples.chat;

import dev.pageturner.samples.shop.client.ChatBody;
import dev.pageturner.samples.shop.client.ChatEvent;
import dev.pageturner.samples.shop.client.ShopClient;
import dev.pageturner.sequence.LazyIterable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Prints an answer in another language while it is being given. Each step wraps the sequence of the
 * step before, and none of them waits for more than one word.
 */
public final class Chat {
  private static final String ANSWER =
      "well, light the lantern when um the evening comes, you know, and the ship comes home";
  private static final Set<String> FILLERS = Set.of("well,", "um", "you", "know,");
  private static final Map<String, String> GERMAN = Map.ofEntries(
      Map.entry("light", "mach"),
      Map.entry("the", "die"),
      Map.entry("lantern", "Laterne an,"),
      Map.entry("when", "wenn"),
      Map.entry("evening", "Nacht"),
      Map.entry("comes,", "kommt,"),
      Map.entry("and", "und"),
      Map.entry("ship", "Barke"),
      Map.entry("comes", "kehrt"),
      Map.entry("home", "heim"));

  private Chat() {}

  /** Runs against a server of its own. */
  public static void main(String... args) throws Exception {
    AtomicInteger heard = new AtomicInteger();
    AtomicInteger said = new AtomicInteger();
    try (ChatServer server = ChatServer.start(ANSWER);
        ShopClient shop = ShopClient.newBuilder().baseUrl(server.url()).build()) {
      LazyIterable<String> words = counted(tokens(shop, "When do I light the lantern?"), heard);
      String separator = "";
      for (String word : counted(translated(withoutFillers(words)), said)) {
        System.out.print(separator + word);
        System.out.flush();
        separator = " ";
      }
    }
    System.out.printf("%n%d words of %d%n", said.get(), heard.get());
  }

  /** {@return the words of the answer, each as soon as it has arrived} */
  static LazyIterable<String> tokens(ShopClient shop, String prompt) {
    return shop.chat()
        .chat(new ChatBody.Builder().prompt(prompt).build())
        .takeWhile(event -> event.kind().equals(ChatEvent.Kind.TOKEN))
        .map(event -> String.valueOf(event.token()));
  }

  static LazyIterable<String> withoutFillers(LazyIterable<String> words) {
    return words.filter(word -> !FILLERS.contains(word));
  }

  static LazyIterable<String> translated(LazyIterable<String> words) {
    return words.map(word -> GERMAN.getOrDefault(word, word));
  }

  static LazyIterable<String> counted(LazyIterable<String> words, AtomicInteger count) {
    return words.peek(word -> count.incrementAndGet());
  }
}
