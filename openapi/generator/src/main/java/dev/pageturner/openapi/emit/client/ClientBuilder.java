package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import dev.pageturner.openapi.emit.source.Literals;
import dev.pageturner.openapi.emit.source.Prose;
import dev.pageturner.openapi.model.ApiDocument;
import dev.pageturner.openapi.model.ObjectNode;
import dev.pageturner.openapi.model.SecurityScheme;
import dev.pageturner.openapi.model.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import okhttp3.HttpUrl;

/**
 * The builder of a client: where the API is, what proves who asks, and the rest of the settings.
 */
final class ClientBuilder {
  private static final TypeName SECRET =
      ParameterizedTypeName.get(ClassName.get(Supplier.class), ClassName.get(String.class));

  private final ApiDocument document;
  private final Servers servers;
  private final ClassName client;
  private final ClassName type;
  private final Optional<String> userAgent;
  private final NameScope names =
      NameScope.ofMembers().reserve("baseUrl", "configure", "build", "api", "credentials", "with");

  ClientBuilder(
      ApiDocument document, Servers servers, ClassName client, Optional<String> userAgent) {
    this.userAgent = userAgent;
    this.document = document;
    this.servers = servers;
    this.client = client;
    this.type = client.nestedClass("Builder");
  }

  /** {@return the method that starts to build; it asks for what the document does not say} */
  MethodSpec factory() {
    MethodSpec.Builder factory = MethodSpec.methodBuilder("newBuilder")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(type);
    if (servers.defaultUrl().isPresent()) {
      return factory
          .addJavadoc("{@return a builder with all defaults}\n")
          .addStatement("return new $T()", type)
          .build();
    }
    return factory
        .addJavadoc("{@return a builder; the document does not say where the API is}\n")
        .addParameter(String.class, "baseUrl")
        .addStatement("return new $T().baseUrl(baseUrl)", type)
        .build();
  }

  TypeSpec write() {
    TypeSpec.Builder builder = TypeSpec.classBuilder(type)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("Builds a {@link $T}.\n", client)
        .addField(FieldSpec.builder(
                Sdk.API_CLIENT.nestedClass("Builder"), "api", Modifier.PRIVATE, Modifier.FINAL)
            .initializer(initialClient())
            .build());
    Map<String, MethodSpec> credentials = credentials();
    if (!credentials.isEmpty()) {
      builder.addField(FieldSpec.builder(Sdk.CREDENTIALS, "credentials", Modifier.PRIVATE)
          .initializer("$T.none()", Sdk.CREDENTIALS)
          .build());
    }
    builder.addMethod(
        MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    builder.addMethod(baseUrl());
    servers.withVariables().ifPresent(server -> addVariables(server, builder));
    builder.addMethods(credentials.values());
    builder.addMethod(configure());
    if (!credentials.isEmpty()) {
      builder.addMethod(with());
    }
    return builder.addMethod(build()).build();
  }

  private CodeBlock initialClient() {
    CodeBlock.Builder initial = CodeBlock.builder().add("$T.newBuilder()", Sdk.API_CLIENT);
    servers.defaultUrl().ifPresent(url -> initial.add(".baseUrl($L)", ClientClass.BASE_URL));
    userAgent.ifPresent(
        name -> initial.add("\n    .header($S, $L)", "User-Agent", Literals.of(name)));
    return initial.build();
  }

  /** {@return how the methods that say who asks are called} */
  List<String> credentialCalls() {
    return credentials().values().stream()
        .map(method -> method.name() + "("
            + method.parameters().stream()
                .map(one -> one.type().equals(SECRET) ? "() -> " + one.name() : one.name())
                .collect(Collectors.joining(", "))
            + ")")
        .toList();
  }

  private MethodSpec.Builder setter(String name) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(type);
  }

  private MethodSpec baseUrl() {
    CodeBlock.Builder doc = CodeBlock.builder().add("Sets where the API is.");
    servers.all().stream()
        .skip(1)
        .limit(20)
        .forEach(server -> doc.add(
            "\n<br>$L$L",
            Docs.code(server.url()),
            server.description().map(text -> ": " + Prose.paragraph(text)).orElse("")));
    return setter("baseUrl")
        .addJavadoc(doc.add("\n").build())
        .addParameter(String.class, "baseUrl")
        .addStatement("api.baseUrl(baseUrl)")
        .addStatement("return this")
        .build();
  }

  /** Each variable has a setter; they make up the base URL together. */
  private void addVariables(Server server, TypeSpec.Builder builder) {
    Map<String, String> fields = new LinkedHashMap<>();
    server
        .variables()
        .keySet()
        .forEach(name -> fields.put(name, names.claim(JavaNames.memberName(name))));
    server.variables().forEach((name, variable) -> {
      String field = fields.getOrDefault(name, name);
      builder.addField(FieldSpec.builder(String.class, field, Modifier.PRIVATE)
          .initializer("$L", Literals.of(variable.defaultValue()))
          .build());
      builder.addMethod(setter(field)
          .addJavadoc("$L\n", variableDoc(name, variable))
          .addParameter(String.class, field)
          .addStatement("this.$N = $N", field, field)
          .addStatement("return baseUrl($L)", url(server, fields))
          .build());
    });
  }

  private static String variableDoc(String name, Server.Variable variable) {
    String values = variable.values().isEmpty()
        ? ""
        : ", one of "
            + String.join(
                ", ", variable.values().stream().limit(20).map(Docs::code).toList());
    String prose =
        Docs.brief(variable.description()).map(text -> text + "\n\n<p>").orElse("");
    return prose + "Sets " + Docs.code(name) + " of the base URL" + values + "; "
        + Docs.code(variable.defaultValue()) + " unless set.";
  }

  private static CodeBlock url(Server server, Map<String, String> fields) {
    CodeBlock.Builder url = CodeBlock.builder();
    String[] parts = server.url().split("(?=\\{)|(?<=})", -1);
    for (int i = 0; i < parts.length; i++) {
      String field = parts[i].startsWith("{") && parts[i].endsWith("}")
          ? fields.get(parts[i].substring(1, parts[i].length() - 1))
          : null;
      url.add(i == 0 ? "" : " + ");
      url.add(field == null ? Literals.of(parts[i]) : CodeBlock.of("$N", field));
    }
    return url.build();
  }

  private Map<String, MethodSpec> credentials() {
    Map<String, MethodSpec> methods = new LinkedHashMap<>();
    document.securitySchemes().forEach((name, scheme) -> {
      String method = names.claim(JavaNames.memberName(name));
      credentials(method, scheme).ifPresent(spec -> methods.put(method, spec));
      clientCredentials(method, scheme).ifPresent(spec -> methods.put(spec.name(), spec));
    });
    return methods;
  }

  private Optional<MethodSpec> credentials(String name, SecurityScheme scheme) {
    MethodSpec.Builder method = setter(name);
    Docs.brief(scheme.description()).ifPresent(text -> method.addJavadoc("$L\n\n<p>", text));
    if (scheme.type().equals("http") && scheme.scheme().filter("basic"::equals).isPresent()) {
      return Optional.of(method
          .addJavadoc("Sets user and password.\n")
          .addParameter(String.class, "user")
          .addParameter(String.class, "password")
          .addStatement("return with($T.basic(user, password))", Sdk.CREDENTIALS)
          .build());
    }
    String what = scheme.type().equals("apiKey") ? "key" : "token";
    return credentials(scheme)
        .map(code -> method
            .addJavadoc("Sets the $L, asked for at each request.\n", what)
            .addJavadoc(device(scheme))
            .addParameter(SECRET, what)
            .addStatement("return with($L)", code)
            .build());
  }

  private static CodeBlock device(SecurityScheme scheme) {
    return deviceUrl(scheme)
        .filter(url -> !url.isEmpty())
        .map(url -> CodeBlock.of("A device asks for it at $L.\n", Docs.code(url)))
        .orElse(CodeBlock.of(""));
  }

  private static Optional<CodeBlock> credentials(SecurityScheme scheme) {
    boolean key = scheme.type().equals("apiKey") && scheme.name().isPresent();
    boolean token = scheme.type().equals("oauth2")
        || scheme.type().equals("openIdConnect")
        || scheme.scheme().filter("bearer"::equals).isPresent();
    String in = scheme.in().orElse("");
    if (key && (in.equals("header") || in.equals("query") || in.equals("cookie"))) {
      return Optional.of(CodeBlock.of(
          "$T.$L($L, key)", Sdk.CREDENTIALS, in, Literals.of(scheme.name().orElseThrow())));
    }
    return token
        ? Optional.of(CodeBlock.of("$T.bearer(token)", Sdk.CREDENTIALS))
        : Optional.empty();
  }

  /** OAuth 2 for machines needs no more than the document says and two secrets. */
  private Optional<MethodSpec> clientCredentials(String name, SecurityScheme scheme) {
    Optional<String> tokenUrl = tokenUrl(scheme.node());
    return tokenUrl
        .filter(url -> HttpUrl.parse(url) != null)
        .filter(url -> scheme.type().equals("oauth2"))
        .map(url -> setter(names.claim(name + "ClientCredentials"))
            .addJavadoc("Sets id and secret of a client, for which tokens are fetched.\n")
            .addParameter(String.class, "clientId")
            .addParameter(String.class, "clientSecret")
            .addParameter(String[].class, "scopes")
            .varargs()
            .addStatement(
                "return with($T.oauth2ClientCredentials(\n$L, clientId, clientSecret, scopes))",
                Sdk.CREDENTIALS,
                Literals.of(url))
            .build());
  }

  private static Optional<String> tokenUrl(ObjectNode scheme) {
    Optional<String> flow = scheme
        .object("flows")
        .flatMap(flows -> flows.object("clientCredentials"))
        .flatMap(one -> one.text("tokenUrl"));
    // Swagger 2.0 calls it so.
    boolean application = scheme.text("flow").filter("application"::equals).isPresent();
    return flow.isPresent() || !application ? flow : scheme.text("tokenUrl");
  }

  /** {@return where a device asks for a code, if a token can be had that way} */
  static Optional<String> deviceUrl(SecurityScheme scheme) {
    return Stream.of("deviceAuthorization", "x-oai-deviceAuthorization")
        .flatMap(
            name -> scheme.node().object("flows").flatMap(flows -> flows.object(name)).stream())
        .findFirst()
        .map(flow -> flow.text("deviceAuthorizationUrl").orElse(""));
  }

  private MethodSpec with() {
    return MethodSpec.methodBuilder("with")
        .addModifiers(Modifier.PRIVATE)
        .returns(type)
        .addParameter(Sdk.CREDENTIALS, "further")
        .addStatement("credentials = credentials.and(further)")
        .addStatement("api.credentials(credentials)")
        .addStatement("return this")
        .build();
  }

  private MethodSpec configure() {
    return setter("configure")
        .addJavadoc(
            "Sets the rest: rate limit, retries, timeouts, the application's own OkHttpClient.\n")
        .addParameter(
            ParameterizedTypeName.get(
                ClassName.get(Consumer.class), Sdk.API_CLIENT.nestedClass("Builder")),
            "settings")
        .addStatement("settings.accept(api)")
        .addStatement("return this")
        .build();
  }

  private MethodSpec build() {
    return MethodSpec.methodBuilder("build")
        .addModifiers(Modifier.PUBLIC)
        .returns(client)
        .addJavadoc("{@return the client}\n")
        .addStatement("return of(api.build())")
        .build();
  }
}
