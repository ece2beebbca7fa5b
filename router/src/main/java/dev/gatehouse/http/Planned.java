package dev.gatehouse.http;

import java.util.List;

/** Paths that are promised and not built yet: they say so instead of not being there. */
final class Planned {
  private static final List<String> PLANNED =
      List.of(
          "/v1/responses/input_tokens",
          "/v1/responses/compact",
          "/v1/conversations",
          "/v1/embeddings",
          "/v1/completions",
          "/v1/messages",
          "/v1/images",
          "/v1/audio",
          "/api",
          "/dashboard",
          "/admin/v1/decisions",
          "/admin/v1/keys",
          "/admin/v1/budgets");

  private Planned() {}

  static boolean isPlanned(String path) {
    return PLANNED.stream().anyMatch(planned -> under(path, planned));
  }

  private static boolean under(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
