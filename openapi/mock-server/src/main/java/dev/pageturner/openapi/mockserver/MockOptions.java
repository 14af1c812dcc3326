package dev.pageturner.openapi.mockserver;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How a mock server behaves: any free port, 100 items in each list, 20 on a page, seed 1, no
 * latency.
 */
public final class MockOptions {
  private final int port;
  private final long items;
  private final int pageSize;
  private final int maxPageSize;
  private final long seed;
  private final Duration latency;
  private final int recorded;
  private final int events;
  private final boolean allowRemoteReferences;
  private final List<Path> folders;
  private final boolean requireCredentials;
  private final boolean applyFilters;
  private final List<Trait> traits;
  private final InstantSource clock;

  private MockOptions(Builder builder) {
    this.port = builder.port;
    this.items = builder.items;
    this.pageSize = builder.pageSize;
    this.maxPageSize = builder.maxPageSize;
    this.seed = builder.seed;
    this.latency = builder.latency;
    this.recorded = builder.recorded;
    this.events = builder.events;
    this.allowRemoteReferences = builder.allowRemoteReferences;
    this.folders = List.copyOf(builder.folders);
    this.requireCredentials = builder.requireCredentials;
    this.applyFilters = builder.applyFilters;
    this.traits = List.copyOf(builder.traits);
    this.clock = builder.clock;
  }

  /** {@return a builder with the defaults} */
  public static Builder newBuilder() {
    return new Builder();
  }

  /** {@return the port, 0 for any free one} */
  public int port() {
    return port;
  }

  /** {@return the items of each list} */
  public long items() {
    return items;
  }

  /** {@return the items of a page, where the client doesn't ask for a size} */
  public int pageSize() {
    return pageSize;
  }

  /** {@return the most items of a page, where the document names no maximum} */
  public int maxPageSize() {
    return maxPageSize;
  }

  /** {@return what all values are made of} */
  public long seed() {
    return seed;
  }

  /** {@return the time before each answer} */
  public Duration latency() {
    return latency;
  }

  /** {@return how many of the last requests are kept} */
  public int recordedRequests() {
    return recorded;
  }

  /** {@return how many events a stream has} */
  public int events() {
    return events;
  }

  /** {@return whether what the document refers to by URL is fetched} */
  public boolean allowRemoteReferences() {
    return allowRemoteReferences;
  }

  /** {@return the folders beside that of the document whose files references may lead to} */
  public List<Path> folders() {
    return folders;
  }

  /** {@return whether requests without a credential are refused} */
  public boolean requireCredentials() {
    return requireCredentials;
  }

  /** {@return whether lists have only the items that the query asks for} */
  public boolean applyFilters() {
    return applyFilters;
  }

  /** {@return in which ways the server is hard on its clients, in the order they were added} */
  public List<Trait> traits() {
    return traits;
  }

  /** {@return what tells the age of cursors and the windows of quotas} */
  public InstantSource clock() {
    return clock;
  }

  /** Builds {@link MockOptions}. */
  public static final class Builder {
    private int port;
    private long items = 100;
    private int pageSize = 20;
    private int maxPageSize = 1000;
    private long seed = 1;
    private Duration latency = Duration.ZERO;
    private int recorded = 10_000;
    private int events = 10;
    private boolean allowRemoteReferences;
    private final List<Path> folders = new ArrayList<>();
    private boolean requireCredentials;
    private boolean applyFilters;
    private final List<Trait> traits = new ArrayList<>();
    private InstantSource clock = InstantSource.system();

    private Builder() {}

    /** Sets the port, 0 for any free one. */
    public Builder port(int port) {
      this.port = (int) within("port", port, 0, 65_535);
      return this;
    }

    /** Sets the items of each list. They are made when asked for: a million costs no memory. */
    public Builder items(long items) {
      this.items = within("items", items, 0, 1_000_000_000);
      return this;
    }

    /** Sets the items of a page, where the client doesn't ask for a size. */
    public Builder pageSize(int pageSize) {
      this.pageSize = (int) within("pageSize", pageSize, 1, 1_000_000);
      return this;
    }

    /**
     * Sets the most items of a page, where the document names no maximum. Default: 1,000. Who asks
     * for more gets as many.
     */
    public Builder maxPageSize(int maxPageSize) {
      this.maxPageSize = (int) within("maxPageSize", maxPageSize, 1, 1_000_000);
      return this;
    }

    /** Sets what all values are made of: the same seed gives the same items at any time. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /** Sets the time before each answer. */
    public Builder latency(Duration latency) {
      if (latency.isNegative()) {
        throw new IllegalArgumentException("latency < 0: " + latency);
      }
      this.latency = Objects.requireNonNull(latency, "latency");
      return this;
    }

    /** Sets how many of the last requests are kept. Default: 10,000. */
    public Builder recordedRequests(int requests) {
      this.recorded = (int) within("recordedRequests", requests, 0, 10_000_000);
      return this;
    }

    /** Sets how many events a stream has. Default: 10. */
    public Builder events(int events) {
      this.events = (int) within("events", events, 0, 1_000_000);
      return this;
    }

    /**
     * Sets whether what the document refers to by URL is fetched. Default: no request is sent, any
     * JSON is assumed. {@link dev.pageturner.openapi.model.ReadOptions} has the bounds.
     */
    public Builder allowRemoteReferences(boolean allow) {
      this.allowRemoteReferences = allow;
      return this;
    }

    /**
     * Allows references to files in another folder and below it. Default: they may lead to the
     * folder of the document only.
     */
    public Builder allowFolder(Path folder) {
      this.folders.add(folder);
      return this;
    }

    /**
     * Sets whether a request is answered with 401 that has no credential of a scheme that the
     * document demands for its operation, where that scheme has it. Any will do, it only has to be
     * there. Default: nobody looks.
     */
    public Builder requireCredentials(boolean require) {
      this.requireCredentials = require;
      return this;
    }

    /**
     * Sets whether a list has only the items that the query asks for, by parameters that have the
     * name and type of an item's member: a flag, one of a few words, or text without a format. Each
     * request then makes all items of the list. Default: such parameters change nothing.
     */
    public Builder applyFilters(boolean apply) {
      this.applyFilters = apply;
      return this;
    }

    /**
     * Adds ways in which the server is hard on its clients. Of several traits of one name the last
     * one counts. Default: those of the document's {@code x-pageturner-mock} only.
     */
    public Builder traits(Trait... traits) {
      this.traits.addAll(List.of(traits));
      return this;
    }

    /**
     * Sets what tells the age of cursors and the windows of quotas. Default: the system's clock.
     */
    public Builder clock(InstantSource clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    private static long within(String name, long value, long least, long most) {
      if (value < least || value > most) {
        throw new IllegalArgumentException(
            name + " is not from " + least + " to " + most + ": " + value);
      }
      return value;
    }

    /** {@return the options} */
    public MockOptions build() {
      return new MockOptions(this);
    }
  }
}
