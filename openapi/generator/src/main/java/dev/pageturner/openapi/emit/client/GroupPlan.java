package dev.pageturner.openapi.emit.client;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A class to be.
 *
 * @param group the operations that share it
 * @param accessor the method of the client that gives it out
 * @param type its name
 * @param asyncType the name of the one that doesn't wait
 * @param plans its methods
 * @param options the classes of their options
 */
record GroupPlan(
    Group group,
    String accessor,
    ClassName type,
    ClassName asyncType,
    List<Plan> plans,
    OptionsClasses options) {
  GroupPlan(Group group, String accessor, ClassName type, ClassName asyncType, List<Plan> plans) {
    this(group, accessor, type, asyncType, plans, OptionsClasses.of(plans));
  }
}
