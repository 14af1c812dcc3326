package dev.pageturner.openapi.mockserver.internal.sample;

/** Writes numbers from 0 as texts, each as another one, and reads them back. */
interface TextForm {
  /** {@return the text of a number} */
  String text(long number);

  /** {@return the number that {@code text} may be of, which the caller checks; -1 for none} */
  long guess(String text);

  /** {@return the number whose text this is, or -1} */
  default long number(String text) {
    long guess = guess(text);
    return guess >= 0 && text(guess).equals(text) ? guess : -1;
  }
}
