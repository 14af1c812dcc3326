package dev.pageturner.lines;

import dev.pageturner.internal.json.LineReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Makes an item of a line. */
@FunctionalInterface
interface LineDecoder<T> {
  /** {@return the item, or null if the line is to be passed over} */
  @Nullable
  T decode(LineReader line) throws LineFault, IOException;
}
