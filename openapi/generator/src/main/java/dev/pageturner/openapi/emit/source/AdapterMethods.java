package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import java.io.IOException;
import javax.lang.model.element.Modifier;

/** The two methods of a Moshi adapter, still without statements. */
final class AdapterMethods {
  private AdapterMethods() {}

  static MethodSpec.Builder reading(ClassName type) {
    return override("fromJson").addParameter(Names.READER, "reader").returns(type);
  }

  static MethodSpec.Builder writing(ClassName type) {
    return override("toJson").addParameter(Names.WRITER, "writer").addParameter(type, "value");
  }

  private static MethodSpec.Builder override(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addException(IOException.class);
  }
}
