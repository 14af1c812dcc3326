package dev.pageturner.content;

/**
 * How the value of a parameter is written: the styles of OpenAPI, which are those of URI templates
 * (RFC 6570).
 *
 * <p>A value is text, a number, a list, or an object: a map or what an adapter writes as one. Names
 * and values are percent-encoded once, only the style's own separators stay. Members that are null
 * are left out, and so is a list or object that is empty.
 *
 * @param form what stands between names and values
 * @param explode whether each element of a list and each member of an object stands by itself:
 *     {@code id=1&id=2} instead of {@code id=1,2}
 * @param allowReserved whether characters that have a meaning in URLs are sent as they are; those
 *     that would end the value ({@code &}, {@code #}, in a path {@code ?}) or change it ({@code %},
 *     {@code +} in a query) are encoded all the same
 */
public record ParameterStyle(Form form, boolean explode, boolean allowReserved) {
  /** What stands between names and values. */
  public enum Form {
    /** {@code 1,2} in a path or header. */
    SIMPLE,
    /** {@code .1,2} in a path. */
    LABEL,
    /** {@code ;id=1,2} in a path. */
    MATRIX,
    /** {@code id=1,2} in a query or cookie. */
    FORM,
    /** {@code id=1%202} in a query. */
    SPACE_DELIMITED,
    /** {@code id=1%7C2} in a query. */
    PIPE_DELIMITED,
    /** {@code id=1%092} in a query, which only Swagger 2.0 knows. */
    TAB_DELIMITED,
    /** {@code filter[id]=1} in a query, to any depth; elements of lists by their index. */
    DEEP_OBJECT,
    /** The value as a JSON document. */
    JSON
  }

  /** {@code 1,2}: what paths and headers have unless they say otherwise. */
  public static final ParameterStyle SIMPLE = of(Form.SIMPLE);

  /** {@code .1,2} in a path. */
  public static final ParameterStyle LABEL = of(Form.LABEL);

  /** {@code ;id=1,2} in a path. */
  public static final ParameterStyle MATRIX = of(Form.MATRIX);

  /** {@code id=1,2}; what queries have unless they say otherwise is {@code FORM.exploded()}. */
  public static final ParameterStyle FORM = of(Form.FORM);

  /** {@code id=1%202} in a query. */
  public static final ParameterStyle SPACE_DELIMITED = of(Form.SPACE_DELIMITED);

  /** {@code id=1%7C2} in a query. */
  public static final ParameterStyle PIPE_DELIMITED = of(Form.PIPE_DELIMITED);

  /** {@code id=1%092} in a query. */
  public static final ParameterStyle TAB_DELIMITED = of(Form.TAB_DELIMITED);

  /** {@code filter[id]=1} in a query. */
  public static final ParameterStyle DEEP_OBJECT = of(Form.DEEP_OBJECT);

  /** The value as a JSON document. */
  public static final ParameterStyle JSON = of(Form.JSON);

  private static ParameterStyle of(Form form) {
    return new ParameterStyle(form, false, false);
  }

  /** {@return this style with each element and member by itself} */
  public ParameterStyle exploded() {
    return new ParameterStyle(form, true, allowReserved);
  }

  /** {@return this style with reserved characters as they are} */
  public ParameterStyle reserved() {
    return new ParameterStyle(form, explode, true);
  }
}
