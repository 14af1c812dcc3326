package dev.pageturner.openapi.cli.record;

import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;

/**
 * One request and what came of it. Times are in nanoseconds since the beginning of the run.
 *
 * @param number which request of the run, from 1
 * @param started when it was sent, by the wall clock
 * @param method the method
 * @param url where to, with its secrets
 * @param headers what was sent with it, secrets too
 * @param body the body that was sent
 * @param status the status, 0 where no response came
 * @param answer the headers of the response
 * @param content the response's body, if it was kept whole
 * @param bytes how long that body is, after decompression
 * @param sentAt when it was sent
 * @param answeredAt when the headers came
 * @param endedAt when the body had been read
 * @param failure what went wrong, if something did
 */
public record Recorded(
    int number,
    Instant started,
    String method,
    HttpUrl url,
    Headers headers,
    Optional<String> body,
    int status,
    Headers answer,
    Optional<ByteString> content,
    long bytes,
    long sentAt,
    long answeredAt,
    long endedAt,
    Optional<String> failure) {}
