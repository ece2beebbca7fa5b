package dev.gatehouse.http;

import dev.gatehouse.dialect.Dialect;
import dev.gatehouse.dialect.InferenceEndpoint;
import dev.gatehouse.dialect.Lookup;
import dev.gatehouse.dialect.RequestHead;
import io.helidon.common.uri.UriPath;
import io.helidon.http.Headers;
import io.helidon.http.PathMatcher;
import io.helidon.http.PathMatchers;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every dialect that is spoken here, and who answers at which path. */
final class Dialects {
  private final List<Dialect> dialects;
  private final Map<Dialect, List<Question>> lookups;

  /**
   * @param dialects asked in this order whether a request is theirs; the last takes whatever is
   *     left
   */
  Dialects(List<Dialect> dialects) {
    this.dialects = List.copyOf(dialects);
    this.lookups = new java.util.HashMap<>();
    for (Dialect dialect : dialects) {
      lookups.put(dialect, dialect.lookups().stream().map(Question::new).toList());
    }
  }

  /** Who a request speaks to. */
  Dialect of(UriPath path, Headers headers) {
    RequestHead head = new RequestHead(path.path(), names(headers));
    return dialects.stream().filter(each -> each.speaks(head)).findFirst().orElseThrow();
  }

  private static Set<String> names(Headers headers) {
    Set<String> names = new HashSet<>();
    headers.forEach(header -> names.add(header.name().toLowerCase(Locale.ROOT)));
    return names;
  }

  /** Where a model is asked at that path. */
  static Optional<InferenceEndpoint> endpoint(Dialect dialect, UriPath path) {
    return dialect.endpoints().stream().filter(each -> each.path().equals(path.path())).findFirst();
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
      Map<String, String> values = new java.util.HashMap<>();
      parameters.names().forEach(name -> values.put(name, parameters.get(name)));
      return Optional.of(new Match(lookup, values));
    }
  }
}
