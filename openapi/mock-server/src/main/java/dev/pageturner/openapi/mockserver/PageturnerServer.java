package dev.pageturner.openapi.mockserver;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a {@link MockApi} before each test and closes it afterwards.
 *
 * <p>Tests, and methods that run before and after them, take it as a parameter of type
 * {@link MockApi}, or only its address as {@link java.net.URI} or {@link okhttp3.HttpUrl}. On a
 * class it holds for all tests, those of nested classes too; one on a method goes before. For JUnit
 * 5 and 6.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PageturnerServerExtension.class)
public @interface PageturnerServer {
  /**
   * {@return the OpenAPI document: a resource on the class path, or else a file relative to the
   * directory that the tests run in}
   */
  String spec();

  /** {@return the items of each list} */
  long items() default 100;

  /** {@return the items of a page, where the client doesn't ask for a size} */
  int pageSize() default 20;

  /** {@return what all values are made of} */
  long seed() default 1;

  /** {@return the milliseconds before each answer} */
  long latencyMillis() default 0;

  /**
   * {@return whether requests without a credential of a scheme that the document demands are
   * answered with 401}
   */
  boolean requireCredentials() default false;

  /** {@return whether lists have only the items that parameters of the query ask for} */
  boolean applyFilters() default false;

  /**
   * {@return ways in which the server is hard on its clients, as {@link Trait#parse} reads them:
   * {@code cursor-life=5m}, {@code bound-cursors}}
   */
  String[] traits() default {};
}
