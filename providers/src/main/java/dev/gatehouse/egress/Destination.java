package dev.gatehouse.egress;

import dev.gatehouse.config.Locality;
import java.net.URI;

/**
 * Where a call goes.
 *
 * @param name the provider's configured name
 * @param baseUrl http or https, with host
 * @param locality what the call counts as; for LOCAL the door checks the address it really connects
 *     to
 */
public record Destination(String name, URI baseUrl, Locality locality) {

  public Destination {
    if (baseUrl.getHost() == null) {
      throw new IllegalArgumentException(name + ": base URL has no host: " + baseUrl);
    }
  }
}
