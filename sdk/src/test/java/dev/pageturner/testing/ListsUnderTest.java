package dev.pageturner.testing;

import dev.pageturner.ApiClient;
import dev.pageturner.page.PagedIterable;

/**
 * Which side the lists of a test are on. Tests that pass theirs through this run on the
 * asynchronous side, too, where a system property names a class that makes such lists of them.
 */
public interface ListsUnderTest {
  /** The system property; unset here. */
  String PROPERTY = "pageturner.test.lists";

  /** {@return the same list of a client, on another side} */
  <T> PagedIterable<T> of(ApiClient api, PagedIterable<T> list);

  /** {@return a list on the side that is tested} */
  static <T> PagedIterable<T> chosen(ApiClient api, PagedIterable<T> list) {
    String name = System.getProperty(PROPERTY);
    if (name == null) {
      return list;
    }
    try {
      Object side = Class.forName(name).getConstructor().newInstance();
      return ((ListsUnderTest) side).of(api, list);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
