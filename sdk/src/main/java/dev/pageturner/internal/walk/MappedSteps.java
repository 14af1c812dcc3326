package dev.pageturner.internal.walk;

import dev.pageturner.error.PageturnerException;
import java.util.function.Function;

/** Applies a function to each element as it is taken. When it throws, the element is gone. */
final class MappedSteps<T, R> extends OperatorSteps<T, R> {
  private final Function<? super T, ? extends R> function;

  MappedSteps(Steps<T> source, Function<? super T, ? extends R> function) {
    super(source);
    this.function = function;
  }

  @Override
  public R take() {
    T element = source.take();
    try {
      return function.apply(element);
    } catch (PageturnerException e) {
      // What the function asked for is not what is traversed here: its checkpoint would mislead.
      throw e.leaveTraversal(checkpoint());
    }
  }
}
