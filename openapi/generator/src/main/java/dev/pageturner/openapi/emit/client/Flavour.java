package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Whether a call waits for its answer. */
enum Flavour {
  /** Calls wait; lists are iterables. */
  SYNC,
  /** Calls give back futures; lists are publishers. */
  ASYNC;

  /** {@return the type of what makes or sends requests} */
  ClassName client() {
    return this == SYNC ? Sdk.API_CLIENT : Sdk.ASYNC_CLIENT;
  }

  /** {@return the type of a method with this result} */
  TypeName type(Result result) {
    ClassName stream = this == SYNC ? Sdk.LAZY_ITERABLE : Sdk.LAZY_PUBLISHER;
    if (result instanceof Result.Paged paged) {
      return ParameterizedTypeName.get(
          this == SYNC ? Sdk.PAGED_ITERABLE : Sdk.PAGED_PUBLISHER, paged.item());
    } else if (result instanceof Result.Events events) {
      return ParameterizedTypeName.get(stream, events.data());
    } else if (result instanceof Result.Lines lines) {
      return ParameterizedTypeName.get(stream, lines.item());
    } else if (result instanceof Result.Nothing) {
      return this == SYNC ? TypeName.VOID : later(Sdk.nullable(ClassName.get(Void.class)));
    }
    return this == SYNC ? answer(result) : later(answer(result));
  }

  /** {@return the type of a method with this result, its status and headers; empty for streams} */
  Optional<TypeName> responseType(Result result) {
    if (result instanceof Result.One one) {
      return Optional.of(response(one.type()));
    } else if (result instanceof Result.Perhaps perhaps) {
      return Optional.of(response(perhaps.type()));
    } else if (result instanceof Result.Nothing) {
      return Optional.of(response(ClassName.get(Void.class)));
    }
    return result instanceof Result.Text
        ? Optional.of(this == SYNC ? Sdk.DOWNLOAD : later(Sdk.DOWNLOAD))
        : Optional.empty();
  }

  private TypeName response(TypeName content) {
    TypeName response = ParameterizedTypeName.get(Sdk.API_RESPONSE, content);
    return this == SYNC ? response : later(response);
  }

  private static TypeName answer(Result result) {
    if (result instanceof Result.One one) {
      return one.type();
    } else if (result instanceof Result.Perhaps perhaps) {
      return ParameterizedTypeName.get(ClassName.get(Optional.class), perhaps.type());
    }
    return result instanceof Result.Text ? ClassName.get(String.class) : Sdk.DOWNLOAD;
  }

  private static TypeName later(TypeName type) {
    return ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), type);
  }
}
