package dev.pageturner.openapi.detect;

/**
 * The table of signs: all that is taken for evidence, with its rank and its weight.
 *
 * <p>Findings are compared by rank, and by weight within a rank. The weights of one finding are
 * added up to its confidence, which is from 0 to 1; a finding below {@link #ENOUGH} is dropped. The
 * weights of the rank {@link Rank#ITEMS} are points of an array, and those of pairs points of a
 * pair.
 */
enum Sign {
  // A finding's own weight.
  EXTENSION(Rank.STATED, 0.99, "the owner's extension says how it pages"),
  PROSE_NAMES_NEXT(Rank.STATED, 0.97, "prose says that the next link is to be followed"),
  PAIR_BY_NAME(
      Rank.NEXT_POSITION, 0.97, "a request field and a field of the answer, paired by name"),
  PAIR_IN_BODY(
      Rank.NEXT_POSITION, 0.965, "a pair by role, sent in the body; a link repeats no body"),
  NEXT_URL(Rank.NEXT_POSITION, 0.96, "the answer has the URL of the next page"),
  PAIR_BY_ROLE(Rank.NEXT_POSITION, 0.955, "a cursor parameter and a field that says next"),
  CURSOR_IN_HEADER(
      Rank.NEXT_POSITION, 0.955, "a cursor parameter and a header that holds the next one"),
  NUMBER_GIVEN(Rank.NEXT_POSITION, 0.95, "a counter whose next value the answer has"),
  LINK_DECLARED(Rank.NEXT_POSITION, 0.94, "the answer declares a Link header"),
  LINK_IN_PROSE(Rank.NEXT_POSITION, 0.93, "the prose names the Link header"),
  LINK_ELSEWHERE(Rank.NEXT_POSITION, 0.9, "the API names the Link header elsewhere"),
  MAY_BE_URL(Rank.NEXT_POSITION, 0.8, "a bare next that nothing could take as a token"),
  HABIT(Rank.NEXT_POSITION, 0.7, "the API's other lists have it"),
  LAST_ITEM(Rank.COUNTER, 0.6, "a parameter takes a value of the last item"),
  COUNTER(Rank.COUNTER, 0.45, "a parameter counts pages or items"),
  COUNTER_OF_UNKNOWN(Rank.COUNTER, 0.25, "the same, where no items are described"),
  OPEN(Rank.OPEN, 0.65, "a parameter takes a position that the answer doesn't declare"),

  // What makes a finding surer, or less sure.
  ITEMS_UNKNOWN(Rank.NEXT_POSITION, -0.35, "no items are described"),
  SIZE_BESIDE_COUNTER(Rank.COUNTER, 0.35, "a page size stands beside the counter"),
  TOTAL(Rank.GUESS, 0.15, "the answer has the number of items or pages"),
  EXACT_FLAG(Rank.EXACT_FLAG, 0.15, "a flag says whether more follow, and can say nothing else"),
  GUESSED_FLAG(Rank.GUESS, 0.15, "a flag may say whether more follow"),
  ECHO(Rank.COUNTER, 0.1, "the answer repeats the counter"),
  COUNTER_NAME(Rank.COUNTER, 0.15, "its name and type can mean nothing else"),
  COUNTER_PROSE(Rank.COUNTER, 0.15, "its description says that it counts"),
  SIBLING_COUNTER(Rank.COUNTER, 0.15, "other operations count by it"),
  SIZE_BESIDE_KEY(Rank.COUNTER, 0.08, "a page size stands beside the key"),
  KEY_OF_ITEM(Rank.COUNTER, 0.2, "the items have a field of its name"),
  KEY_PROSE(Rank.COUNTER, 0.1, "its description speaks of an id"),
  KEY_NAME(Rank.COUNTER, 0.05, "its name says after which item"),

  // Habits of an API, as numbers and shares of its operations.
  AGREEING(Rank.NEXT_POSITION, 3, "so many lists that agree are a habit"),
  ORNAMENTS(Rank.NEXT_POSITION, 4, "so many links in answers that are no lists are an ornament"),
  MOST_ASK(Rank.NEXT_POSITION, 0.5, "the share of lists that take something about pages"),

  // Bounds of a confidence.
  ENOUGH(Rank.COUNTER, 0.6, "the least confidence that is reported"),
  SUREST_COUNTER(Rank.COUNTER, 0.94, "arithmetic is never as sure as what the server says"),
  SUREST(Rank.STATED, 0.99, "nothing that is concluded is certain"),

  // Points of a pair: a request field and a field of the answer.
  SAID_PAIR(Rank.NEXT_POSITION, 4, "prose of the one names the other"),
  SAME_NAME(
      Rank.NEXT_POSITION, 3, "cursor and next_cursor, ExclusiveStartKey and LastEvaluatedKey"),
  STRONG_PAIR(Rank.NEXT_POSITION, 2.9, "from here on the names themselves pair them"),
  END_OF_NAME(Rank.NEXT_POSITION, 2.6, "offset and next_page_offset"),
  CURSOR_AND_NEXT(Rank.NEXT_POSITION, 2.5, "a cursor and whatever says next"),
  ROLES(Rank.NEXT_POSITION, 2.2, "a position, and something that may be one"),
  PAIR(Rank.NEXT_POSITION, 2, "below this the two are not thought to belong together"),
  SAYS_NEXT(Rank.NEXT_POSITION, 0.3, "the field says next itself"),
  IS_CURSOR(Rank.NEXT_POSITION, 0.2, "the request field is a cursor by name"),
  A_LEVEL_DEEPER(Rank.NEXT_POSITION, -0.01, "shallow fields go first"),
  PAIRED_IN_BODY(Rank.NEXT_POSITION, -0.005, "what stands in the query goes first"),

  // Points of an array.
  WHOLE_BODY(Rank.ITEMS, 100, "the body is the array"),
  NOUN(Rank.ITEMS, 4.5, "it is called what the operation lists"),
  CALLED_ITEMS(Rank.ITEMS, 4, "it is called items, whatever they are"),
  NOUN_IN_PART(Rank.ITEMS, 3, "its name ends as the operation's noun does, or the other way round"),
  OBJECTS(Rank.ITEMS, 2, "it holds objects"),
  BESIDE_NEXT(Rank.ITEMS, 2, "it stands beside the next position"),
  NOUN_INSIDE(Rank.ITEMS, 1.5, "its name is somewhere in the operation's noun"),
  NAMED_IN_PROSE(Rank.ITEMS, 2, "the prose of the operation or its page size speaks of it"),
  PROSE_OF_ARRAY(Rank.ITEMS, 1, "its description speaks of pages"),
  LATER_NOUN(Rank.ITEMS, 0.5, "the later in the path, the more the answer is about it"),
  A_NOUN(Rank.ITEMS, 1, "less than this is no likeness"),
  LEVELS_OF_A_THING(Rank.ITEMS, 3, "what lies in a thing of the API is that much deeper"),
  LEVEL(Rank.ITEMS, -1.5, "for each level above it; mere wrapping is one, any other three"),
  ASIDE(Rank.ITEMS, -8, "it stands aside of other lists"),
  ANY_ARRAY(Rank.ITEMS, -3, "an array has to have more than this"),
  PART_OF_ONE(Rank.ITEMS, 0, "and more than this where the path names one thing");

  private final Rank rank;
  private final double weight;
  private final String meaning;

  Sign(Rank rank, double weight, String meaning) {
    this.rank = rank;
    this.weight = weight;
    this.meaning = meaning;
  }

  Rank rank() {
    return rank;
  }

  double weight() {
    return weight;
  }

  /** {@return what is seen, in words} */
  String meaning() {
    return meaning;
  }
}
