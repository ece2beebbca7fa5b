package dev.gatehouse.egress;

import dev.gatehouse.config.Locality;
import java.net.URI;
import java.util.Set;

/**
 * Where a call goes.
 *
 * @param name the provider's configured name
 * @param baseUrl http or https in lower case, with a host, without query and fragment
 * @param locality what the call counts as; for LOCAL the door checks the address it really connects
 *     to
 */
public record Destination(String name, URI baseUrl, Locality locality) {

  private static final Set<String> SCHEMES = Set.of("http", "https");

  public Destination {
    if (baseUrl.getScheme() == null || !SCHEMES.contains(baseUrl.getScheme())) {
      throw new IllegalArgumentException(name + ": base URL is not http or https: " + baseUrl);
    }
    if (baseUrl.getHost() == null) {
      throw new IllegalArgumentException(name + ": base URL has no host: " + baseUrl);
    }
    if (baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null) {
      throw new IllegalArgumentException(name + ": base URL has a query or fragment: " + baseUrl);
    }
  }
}
