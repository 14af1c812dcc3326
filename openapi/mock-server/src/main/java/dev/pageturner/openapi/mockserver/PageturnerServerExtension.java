package dev.pageturner.openapi.mockserver;

import dev.pageturner.openapi.mockserver.internal.server.Blueprint;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Does what {@link PageturnerServer} says. Documents are read once in a run of tests. */
final class PageturnerServerExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(PageturnerServerExtension.class);
  private static final Map<Path, Blueprint> BLUEPRINTS = new ConcurrentHashMap<>();

  @Override
  public void beforeEach(ExtensionContext context) {
    PageturnerServer wanted = annotation(context);
    Path spec = file(wanted.spec(), context.getRequiredTestClass());
    Blueprint blueprint = BLUEPRINTS.computeIfAbsent(spec, Blueprint::read);
    MockOptions options = MockOptions.newBuilder()
        .items(wanted.items())
        .pageSize(wanted.pageSize())
        .seed(wanted.seed())
        .latency(Duration.ofMillis(wanted.latencyMillis()))
        .requireCredentials(wanted.requireCredentials())
        .applyFilters(wanted.applyFilters())
        .traits(Arrays.stream(wanted.traits()).map(Trait::parse).toArray(Trait[]::new))
        .build();
    context.getStore(NAMESPACE).put(MockApi.class, MockApi.start(blueprint, options));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    MockApi api = context.getStore(NAMESPACE).remove(MockApi.class, MockApi.class);
    if (api != null) {
      api.close();
    }
  }

  private static PageturnerServer annotation(ExtensionContext context) {
    for (Optional<ExtensionContext> at = Optional.of(context);
        at.isPresent();
        at = at.get().getParent()) {
      Optional<PageturnerServer> found =
          AnnotationSupport.findAnnotation(at.get().getElement(), PageturnerServer.class);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new IllegalStateException("no @PageturnerServer at the test or around it");
  }

  private static Path file(String spec, Class<?> test) {
    URL resource = test.getResource(spec.startsWith("/") ? spec : "/" + spec);
    try {
      return resource != null && resource.getProtocol().equals("file")
          ? Path.of(resource.toURI())
          : Path.of(spec).toAbsolutePath();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a file: " + spec, e);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    boolean wanted = type == MockApi.class || type == URI.class || type == HttpUrl.class;
    return wanted && parameter.getDeclaringExecutable() instanceof Method && isTest(context);
  }

  private static boolean isTest(ExtensionContext context) {
    return context.getTestMethod().isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    MockApi api = context.getStore(NAMESPACE).get(MockApi.class, MockApi.class);
    if (api == null) {
      throw new IllegalStateException("the mock server is not running");
    }
    Parameter wanted = parameter.getParameter();
    if (wanted.getType() == MockApi.class) {
      return api;
    }
    return wanted.getType() == URI.class ? URI.create(api.baseUrl()) : HttpUrl.get(api.baseUrl());
  }
}
