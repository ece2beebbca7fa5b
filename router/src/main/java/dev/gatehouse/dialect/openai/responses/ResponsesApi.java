package dev.gatehouse.dialect.openai.responses;

import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.Lookup;
import java.util.List;

/** The paths below {@code /v1/responses}. Safe for use by any thread. */
public final class ResponsesApi {
  private final StoredResponses store;

  /** An API whose answers are kept in {@code store}. */
  public ResponsesApi(StoredResponses store) {
    this.store = store;
  }

  /** Where models are asked. */
  public List<InferenceEndpoint> endpoints() {
    return List.of(new CreateResponse(store));
  }

  /** Where kept responses are asked for. */
  public List<Lookup> lookups() {
    return new StoredLookups(store).all();
  }
}
