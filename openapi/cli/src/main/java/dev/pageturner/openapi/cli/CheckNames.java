package dev.pageturner.openapi.cli;

import dev.pageturner.openapi.check.Check;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads names of checks such as {@code complete}. */
final class CheckNames implements ITypeConverter<Check> {
  @Override
  public Check convert(String id) {
    try {
      return Check.of(id);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
