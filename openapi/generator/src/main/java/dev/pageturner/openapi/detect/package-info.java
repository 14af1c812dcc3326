/**
 * How each operation of a document pages, with the evidence in words.
 *
 * <p>Evidence comes in pairs: a request field and a response signal, or a response signal that
 * suffices alone. Each {@code Rule} is one family of pairs and says how sure it is; the surest one
 * is the answer, the others are alternatives. In falling order: what the owner wrote into an
 * extension; a cursor that the answer gives and the request takes; the URL of the next page; a
 * {@code Link} header; a field of the last item; counting pages or items. Last, the habits of the
 * whole API complete what one operation leaves out, and drop what it only seems to have.
 *
 * <p>No rule knows an API. The words of the known dialects are in {@code RequestWords},
 * {@code ResponseWords} and {@code Envelopes}; type, format and prose decide whether a name means
 * what it says.
 *
 * <p>Imports: {@code model}, {@code spelling}, and the sdk's {@code Pagination}, which
 * {@code Detection} hands out. Imported by: the generator, the mock server and the command line.
 */
@NullMarked
package dev.pageturner.openapi.detect;

import org.jspecify.annotations.NullMarked;
