package dev.gatehouse.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One vendor's protocol, seen from the client's side. Safe for use by any thread; pure. */
public interface Dialect {

  /** Whether a request with that head expects this dialect, in errors too. */
  boolean speaks(RequestHead head);

  /**
   * Names, in lower case, of the request headers that say something about a request in this
   * protocol; every other header stays with http.
   */
  default Set<String> requestHeaders() {
    return Set.of();
  }

  /** Where models are asked. */
  List<InferenceEndpoint> endpoints();

  /** Where the gateway answers out of what it knows. */
  List<Lookup> lookups();

  /**
   * An error in the vendor's own shape.
   *
   * @param requestId as in the response header
   */
  byte[] error(ApiError error, String requestId);

  /** An error in the middle of a streamed answer, in the vendor's own shape. */
  byte[] errorInStream(ApiError error, String requestId);

  /**
   * What may be sent while a streamed answer is long in coming; empty where the protocol has
   * nothing for it.
   */
  byte[] heartbeat();

  /** A request's id in the form that the vendors give theirs. */
  static String vendorsId(String requestId) {
    return "req_" + requestId;
  }

  /** The vendor's own header for a request's id; empty where it has none. */
  Optional<String> requestIdHeader();
}
