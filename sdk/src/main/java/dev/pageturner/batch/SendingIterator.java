package dev.pageturner.batch;

import dev.pageturner.error.PageturnerException;
import dev.pageturner.sequence.CloseableIterator;
import java.util.List;

/** Sends a batch as its outcome is taken. */
final class SendingIterator<T> implements CloseableIterator<BatchOutcome<T>> {
  private final CloseableIterator<List<T>> batches;
  private final BatchSender<T> sender;

  SendingIterator(CloseableIterator<List<T>> batches, BatchSender<T> sender) {
    this.batches = batches;
    this.sender = sender;
  }

  @Override
  public boolean hasNext() {
    checkInterrupt();
    return batches.hasNext();
  }

  @Override
  public BatchOutcome<T> next() {
    checkInterrupt();
    List<T> batch = batches.next();
    try {
      sender.send(batch);
      return new BatchOutcome.Accepted<>(batch);
    } catch (Exception e) {
      PageturnerException failure = SendFailure.of(e);
      return Refusal.isProvenBy(failure)
          ? new BatchOutcome.Refused<>(batch, failure)
          : new BatchOutcome.Unknown<>(batch, failure);
    }
  }

  // Before a batch is taken, so that none is lost.
  private static void checkInterrupt() {
    if (Thread.currentThread().isInterrupted()) {
      throw new PageturnerException.Cancelled("interrupted; no further batch was sent", null, null);
    }
  }

  @Override
  public void close() {
    batches.close();
  }
}
