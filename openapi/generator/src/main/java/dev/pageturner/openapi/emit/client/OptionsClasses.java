package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import dev.pageturner.openapi.emit.name.JavaNames;
import dev.pageturner.openapi.emit.name.NameScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The classes of the options in a group: one for all methods that take the same. A class is called
 * after its method; one of several methods after the words with which all their names begin, or
 * else after the options.
 */
final class OptionsClasses {
  private final Map<Options, List<Plan>> users = new LinkedHashMap<>();
  private final Map<Options, String> names = new HashMap<>();

  private OptionsClasses() {}

  /** {@return the classes for the methods of a group} */
  static OptionsClasses of(List<Plan> plans) {
    OptionsClasses classes = new OptionsClasses();
    for (Plan plan : plans) {
      if (plan.hasOptions()) {
        classes
            .users
            .computeIfAbsent(Options.of(plan), same -> new ArrayList<>())
            .add(plan);
      }
    }
    NameScope scope = NameScope.ofClasses();
    classes.users.forEach((options, all) -> classes.names.put(options, name(options, all, scope)));
    return classes;
  }

  private static String name(Options options, List<Plan> plans, NameScope scope) {
    String common = commonWords(plans.stream().map(Plan::name).toList());
    String arguments = options.own().stream().map(Argument::name).collect(Collectors.joining(" "));
    List<String> names = new ArrayList<>();
    if (!common.isEmpty()) {
      names.add(JavaNames.className(common + " Options"));
    }
    if (plans.size() > 1) {
      names.add(
          JavaNames.className((options.own().size() < 4 ? arguments : "Common") + " Options"));
    }
    names.add(JavaNames.className(plans.get(0).name() + " Options"));
    return scope.claim(names);
  }

  private static String commonWords(List<String> names) {
    List<String> common = words(names.get(0));
    for (String name : names) {
      List<String> words = words(name);
      int same = 0;
      while (same < Math.min(common.size(), words.size())
          && common.get(same).equals(words.get(same))) {
        same++;
      }
      common = common.subList(0, same);
    }
    return String.join("", common);
  }

  private static List<String> words(String name) {
    return Arrays.asList(name.split("(?=[A-Z])", -1));
  }

  /** {@return the class of the options of a plan that has some} */
  ClassName type(Plan plan, ClassName group) {
    return type(Options.of(plan), group);
  }

  private ClassName type(Options options, ClassName group) {
    return group.nestedClass(names.getOrDefault(options, "Options"));
  }

  /** {@return all classes, to be nested in that of the group} */
  List<TypeSpec> write(ClassName group) {
    List<TypeSpec> written = new ArrayList<>();
    users.forEach((options, plans) -> {
      OptionsClass one = new OptionsClass(options, type(options, group), methods(plans));
      List<ClassName> further = users.keySet().stream()
          .filter(options::isInheritedBy)
          .map(each -> type(each, group))
          .toList();
      written.add(
          options.inherited().isEmpty()
              ? one.write(further)
              : one.extend(type(options.superOptions(), group)));
    });
    return written;
  }

  private static String methods(List<Plan> plans) {
    String first = plans.stream()
        .limit(3)
        .map(plan -> "{@code " + plan.name() + "}")
        .collect(Collectors.joining(", "));
    return plans.size() > 3 ? first + " and others" : first;
  }
}
