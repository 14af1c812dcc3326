package dev.pageturner.internal.http;

/**
 * How large things may be.
 *
 * @param bufferedBody the largest body that is read whole before its first item is given out
 * @param body the largest body at all, after decompression
 * @param item the largest item of a body that is streamed
 */
public record Bounds(int bufferedBody, long body, int item) {
  /** What is held whole is copied a few times on its way to the caller. */
  private static final int SHARE_OF_HEAP = 8;

  /** {@return the largest body that is held whole: as large as any, or an eighth of the heap} */
  public long whole() {
    return Math.min(body, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
  }

  /** 2 MiB at once, 1 GiB in all, 32 MiB an item. */
  public static final Bounds DEFAULT = new Bounds(2 << 20, 1L << 30, 32 << 20);
}
