package dev.gatehouse.http;

import java.util.List;

/**
 * Paths of the vendors' APIs and of our own that are not built: they say so instead of not being
 * there. None is ever passed on to a vendor as it is, past policy and budget.
 */
final class Planned {
  private static final List<String> PLANNED =
      List.of(
          "/v1/responses/input_tokens",
          "/v1/responses/compact",
          "/v1/conversations",
          "/v1/images",
          "/v1/audio",
          "/v1/moderations",
          "/v1/files",
          "/v1/uploads",
          "/v1/batches",
          "/v1/fine_tuning",
          "/v1/vector_stores",
          "/v1/assistants",
          "/v1/threads",
          "/v1/containers",
          "/v1/videos",
          "/v1/evals",
          "/v1/realtime",
          "/v1/messages/batches",
          "/api/blobs",
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
