package dev.pageturner.openapi.emit.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.pageturner.openapi.emit.type.Types;
import dev.pageturner.openapi.emit.type.UnionType;
import dev.pageturner.openapi.emit.type.UnionType.Alternative;
import dev.pageturner.openapi.emit.type.UnionType.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The adapter of a union: what it may be, and what tells the objects apart. */
final class UnionAdapter {
  private final UnionType type;
  private final boolean shaped;
  private final AdapterMethod method;

  UnionAdapter(UnionType type) {
    this.type = type;
    long objects = type.alternatives().stream()
        .filter(alternative -> alternative.wrapper().isEmpty())
        .count();
    this.shaped = objects > 1 && type.discriminator().isEmpty();
    this.method = new AdapterMethod(
        type.name(), ParameterizedTypeName.get(Names.ALTERNATIVES, type.name()), "alternatives");
  }

  List<MethodSpec> methods() {
    type.discriminator()
        .ifPresent(name ->
            method.add(CodeBlock.of("alternatives.discriminator($L)", Literals.of(name)), 1));
    type.alternatives().forEach(this::add);
    ClassName unknown = type.name().nestedClass("Unknown");
    CodeBlock initial = CodeBlock.of(
        "new $T<>(\nmoshi, $T.class, $T.class, $T::new, $T::json)",
        Names.ALTERNATIVES,
        unknown,
        Types.JSON,
        unknown,
        unknown);
    return method.methods(initial, CodeBlock.of("alternatives.adapter()"), Modifier.PUBLIC);
  }

  private void add(Alternative alternative) {
    if (alternative.wrapper().isPresent()) {
      add(alternative, type.name().nestedClass(alternative.wrapper().get()));
    } else if (shaped) {
      addShaped(alternative);
    } else {
      addObject(alternative);
    }
  }

  private void add(Alternative alternative, ClassName wrapper) {
    method.add(
        CodeBlock.of(
            "alternatives.$L($T.class, $L, $T::new, $T::value)",
            wrapper.simpleName().replaceFirst("^O", "o"),
            wrapper,
            TypeTokens.of(alternative.type()),
            wrapper,
            wrapper),
        10);
  }

  private void addObject(Alternative alternative) {
    boolean tagged =
        type.discriminator().filter(name -> !alternative.shape().has(name)).isPresent();
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$T.class", alternative.type()));
    alternative.values().forEach(value -> arguments.add(Literals.of(value)));
    method.add(
        CodeBlock.of("alternatives.$L($L)", tagged ? "tagged" : "object", Names.filled(arguments)),
        arguments.size());
  }

  private void addShaped(Alternative alternative) {
    Shape shape = alternative.shape();
    CodeBlock.Builder code =
        CodeBlock.builder().add("alternatives.shaped($T.class)", alternative.type());
    shape
        .fixed()
        .forEach(
            (name, value) -> code.add("$Z.fixed($L, $L)", Literals.of(name), Literals.of(value)));
    addNames(code, "required", shape.required());
    addNames(code, "optional", shape.optional());
    method.add(
        code.build(),
        shape.fixed().size() * 2 + shape.required().size() + shape.optional().size());
  }

  private static void addNames(CodeBlock.Builder code, String how, Collection<String> names) {
    if (!names.isEmpty()) {
      List<CodeBlock> literals = names.stream().map(Literals::of).toList();
      code.add("$Z.$L($L)", how, Names.filled(literals));
    }
  }
}
