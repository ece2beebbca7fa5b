package dev.gatehouse.http;

import dev.gatehouse.dialect.Dialect;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.Lookup;
import dev.gatehouse.dialect.RequestHead;
import io.helidon.common.uri.UriPath;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.PathMatcher;
import io.helidon.http.PathMatchers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every dialect that is spoken here, and who answers at which path. */
final class Dialects {
  private final List<Dialect> dialects;
  private final Map<Dialect, Map<String, InferenceEndpoint>> endpoints = new HashMap<>();
  private final Map<Dialect, List<Question>> lookups = new HashMap<>();

  /**
   * @param dialects asked in this order whether a request is theirs; the last takes whatever is
   *     left
   */
  Dialects(List<Dialect> dialects) {
    this.dialects = List.copyOf(dialects);
    for (Dialect dialect : dialects) {
      Map<String, InferenceEndpoint> byPath = new HashMap<>();
      dialect.endpoints().forEach(each -> byPath.put(each.path(), each));
      endpoints.put(dialect, byPath);
      lookups.put(dialect, dialect.lookups().stream().map(Question::new).toList());
    }
  }

  /** Who a request speaks to. */
  Dialect of(UriPath path, Headers headers) {
    RequestHead head =
        new RequestHead(path.path(), name -> headers.contains(HeaderNames.create(name)));
    return dialects.stream().filter(each -> each.speaks(head)).findFirst().orElseThrow();
  }

  /** Where a model is asked at that path. */
  Optional<InferenceEndpoint> endpoint(Dialect dialect, UriPath path) {
    return Optional.ofNullable(endpoints.getOrDefault(dialect, Map.of()).get(path.path()));
  }

  /** What is looked up at that path, by that method. */
  Optional<Match> lookup(Dialect dialect, String method, UriPath path) {
    return lookups.getOrDefault(dialect, List.of()).stream()
        .filter(each -> each.lookup().method().equals(method))
        .flatMap(each -> each.match(path).stream())
        .findFirst();
  }

  /** Whether there is something at that path, by whatever method. */
  boolean knows(Dialect dialect, UriPath path) {
    return endpoint(dialect, path).isPresent()
        || lookups.getOrDefault(dialect, List.of()).stream()
            .anyMatch(each -> each.match(path).isPresent());
  }

  /** A lookup with what stands for the names in its path. */
  record Match(Lookup lookup, Map<String, String> pathParameters) {}

  /** A lookup with its path made ready for matching. */
  private record Question(Lookup lookup, PathMatcher matcher) {
    Question(Lookup lookup) {
      this(lookup, PathMatchers.create(lookup.path()));
    }

    Optional<Match> match(UriPath path) {
      PathMatchers.MatchResult result = matcher.match(path);
      if (!result.accepted()) {
        return Optional.empty();
      }
      var parameters = result.path().pathParameters();
      Map<String, String> values = new HashMap<>();
      parameters.names().forEach(name -> values.put(name, parameters.get(name)));
      return Optional.of(new Match(lookup, values));
    }
  }
}
