package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The static method that gives the adapter of a class: it names one thing after the other to an
 * object of the sdk, a statement each. Statements do not nest, so that javac takes any number of
 * them; a method of its own takes those that would make this one too long.
 */
final class AdapterMethod {
  static final String NAME = "adapter";

  /** A method has 64 KiB; a literal and its way into an array take about 10 bytes. */
  private static final int MOST_LITERALS = 4000;

  private final ClassName type;
  private final TypeName collector;
  private final String variable;
  private final List<CodeBlock> statements = new ArrayList<>();
  private final List<Integer> literals = new ArrayList<>();

  /**
   * A method without statements.
   *
   * @param type the class
   * @param collector the type of the sdk's object
   * @param variable what it is called
   */
  AdapterMethod(ClassName type, TypeName collector, String variable) {
    this.type = type;
    this.collector = collector;
    this.variable = variable;
  }

  /** Adds a statement that holds about so many literals. */
  void add(CodeBlock statement, int literals) {
    statements.add(statement);
    this.literals.add(literals + 2);
  }

  /**
   * {@return the method, and those that it calls}
   *
   * @param initial makes the sdk's object
   * @param result makes the adapter of it
   * @param visibility who may call it
   */
  List<MethodSpec> methods(CodeBlock initial, CodeBlock result, Modifier... visibility) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(NAME)
        .addModifiers(visibility)
        .addModifiers(Modifier.STATIC)
        .addParameter(Names.MOSHI, "moshi")
        .returns(ParameterizedTypeName.get(Names.JSON_ADAPTER, type))
        .addStatement("$T $N = $L", collector, variable, initial);
    List<MethodSpec> methods = new ArrayList<>();
    List<List<CodeBlock>> parts = parts();
    if (parts.size() == 1) {
      parts.get(0).forEach(method::addStatement);
    }
    for (int i = 0; i < parts.size() && parts.size() > 1; i++) {
      MethodSpec part = part(i, parts.get(i));
      method.addStatement("$N($N)", part, variable);
      methods.add(part);
    }
    methods.add(0, method.addStatement("return $L", result).build());
    return methods;
  }

  private MethodSpec part(int index, List<CodeBlock> some) {
    MethodSpec.Builder part = MethodSpec.methodBuilder(NAME + (index + 1))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(collector, variable);
    some.forEach(part::addStatement);
    return part.build();
  }

  private List<List<CodeBlock>> parts() {
    List<List<CodeBlock>> parts = new ArrayList<>();
    parts.add(new ArrayList<>());
    int size = 0;
    for (int i = 0; i < statements.size(); i++) {
      size += literals.get(i);
      if (size > MOST_LITERALS) {
        parts.add(new ArrayList<>());
        size = literals.get(i);
      }
      parts.get(parts.size() - 1).add(statements.get(i));
    }
    return parts;
  }
}
