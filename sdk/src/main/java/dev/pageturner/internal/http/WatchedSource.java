package dev.pageturner.internal.http;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;

/** The body of a response, whose reads end soon after the thread that reads is interrupted. */
public final class WatchedSource extends ForwardingSource {
  private static final long FOR_EVER = Long.MAX_VALUE / 2;

  private final Call call;

  private WatchedSource(BufferedSource body, Call call) {
    super(body);
    this.call = call;
  }

  /** {@return the body of a response to read from} */
  public static BufferedSource of(Response response, Call call) {
    return Okio.buffer(new WatchedSource(response.body().source(), call));
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    CallWatch.Watched watched = CallWatch.watch(call, FOR_EVER);
    try {
      return super.read(sink, byteCount);
    } finally {
      watched.close();
    }
  }
}
