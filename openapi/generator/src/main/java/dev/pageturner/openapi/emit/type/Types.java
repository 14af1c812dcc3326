package dev.pageturner.openapi.emit.type;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The Java types that need no class of their own. */
public final class Types {
  /** Any JSON, kept exactly. */
  public static final ClassName JSON = ClassName.get("dev.pageturner.json", "RawJson");

  /** Text. */
  public static final ClassName STRING = ClassName.get(String.class);

  private static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

  static final ClassName BYTES = ClassName.get("okio", "ByteString");
  static final TypeName LONG = ClassName.get(Long.class);
  static final TypeName INTEGER = ClassName.get(Integer.class);
  static final TypeName DOUBLE = ClassName.get(Double.class);
  static final TypeName BOOLEAN = ClassName.get(Boolean.class);
  /** A number with its digits. */
  public static final TypeName DECIMAL = ClassName.get(BigDecimal.class);

  static final TypeName BIG_INTEGER = ClassName.get(BigInteger.class);
  static final Set<TypeName> NUMBERS = Set.of(LONG, INTEGER, DOUBLE, DECIMAL, BIG_INTEGER);

  private static final ClassName LIST = ClassName.get(List.class);
  private static final ClassName MAP = ClassName.get(Map.class);

  /** Deeper lists of lists are nobody's data; javac and readers get lost in them. */
  private static final int DEEPEST = 8;

  private Types() {}

  /**
   * {@return the type of a scalar}
   *
   * <p>An integer is a long unless it says int32; a number is exact unless it says float or double.
   * A URI stays text, which is what real servers send. A number in a string is the string.
   */
  static TypeName scalar(String type, String format) {
    return switch (type) {
      case "string" -> text(format);
      case "integer" -> integer(format);
      case "number" -> number(format);
      case "boolean" -> BOOLEAN;
      case "file" -> BYTES;
      default -> JSON;
    };
  }

  private static TypeName text(String format) {
    return switch (format) {
      case "date-time" -> ClassName.get(OffsetDateTime.class);
      case "date" -> ClassName.get(LocalDate.class);
      case "uuid" -> ClassName.get(UUID.class);
      case "byte", "binary" -> BYTES;
      case "int-or-string" -> JSON;
      default -> STRING;
    };
  }

  private static TypeName integer(String format) {
    return switch (format) {
      case "int32", "int16", "int8", "uint8", "uint16" -> INTEGER;
      case "uint64", "bigint" -> BIG_INTEGER;
      default -> LONG;
    };
  }

  private static TypeName number(String format) {
    return switch (format) {
      case "float", "double" -> DOUBLE;
      case "int32" -> INTEGER;
      case "int64" -> LONG;
      default -> DECIMAL;
    };
  }

  /** {@return the type of an element, which may be null; JSON of any form says that by itself} */
  static TypeName element(TypeName type, boolean nullable) {
    return nullable && !type.equals(JSON)
        ? type.annotated(AnnotationSpec.builder(NULLABLE).build())
        : type;
  }

  static TypeName listOf(TypeName element) {
    return depth(element) >= DEEPEST ? JSON : ParameterizedTypeName.get(LIST, element);
  }

  static TypeName mapOf(TypeName value) {
    return depth(value) >= DEEPEST ? JSON : ParameterizedTypeName.get(MAP, STRING, value);
  }

  /** {@return whether it is a list} */
  public static boolean isList(TypeName type) {
    return type instanceof ParameterizedTypeName known && known.rawType().equals(LIST);
  }

  /** {@return whether it is a map} */
  public static boolean isMap(TypeName type) {
    return type instanceof ParameterizedTypeName known && known.rawType().equals(MAP);
  }

  /** {@return the type of the elements of a list or the values of a map, itself for any other} */
  public static TypeName inner(TypeName type) {
    return type instanceof ParameterizedTypeName known
        ? known.typeArguments().get(known.typeArguments().size() - 1).withoutAnnotations()
        : type;
  }

  private static int depth(TypeName type) {
    int depth = 0;
    for (TypeName at = type; at instanceof ParameterizedTypeName; at = inner(at)) {
      depth++;
    }
    return depth;
  }

  /** {@return a name for the type: {@code ListOfString}} */
  static String nameOf(TypeName type) {
    if (isList(type)) {
      return "ListOf" + nameOf(inner(type));
    }
    if (isMap(type)) {
      return "MapOf" + nameOf(inner(type));
    }
    return type instanceof ClassName known ? String.join("", known.simpleNames()) : type.toString();
  }
}
