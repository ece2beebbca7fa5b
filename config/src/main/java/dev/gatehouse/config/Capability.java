package dev.gatehouse.config;

/** Something that a request may ask for and that not every model or wire can carry. */
public enum Capability {
  /** Function calling, as the model sees fit. */
  TOOLS,
  /** {@code tool_choice}: a call that the model must make. */
  FORCED_TOOLS,
  /** Image input, inline. */
  VISION,
  /** Images named by an http(s) URL, for the vendor to fetch. */
  IMAGE_URLS,
  /** Audio input or output. */
  AUDIO,
  /** File parts. */
  FILES,
  /** {@code response_format: json_object}. */
  JSON_OBJECT,
  /** {@code response_format: json_schema}. */
  JSON_SCHEMA,
  /** Separate reasoning text. */
  THINKING,
  /** Token log-probabilities. */
  LOGPROBS,
  /** Vectors for texts. A model that has this answers requests for embeddings, and nothing else. */
  EMBEDDINGS,
  /** More than one choice per request. */
  MULTIPLE_CHOICES,
  /** A field that changes the answer and that only a relay of the caller's own JSON can carry. */
  VERBATIM_FIELDS
}
