package dev.gatehouse.config;

/** {@code responses}: what is kept of answers. */
final class ResponsesSection {
  private ResponsesSection() {}

  static ResponsesConfig read(YamlMapping section) {
    ResponsesConfig responses =
        section
            .scalar("retention", ScalarTypes.RETENTION)
            .map(ResponsesConfig::new)
            .orElse(ResponsesConfig.defaults());
    section.rejectUnknownKeys();
    return responses;
  }
}
