package dev.gatehouse.benchmarks;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Configuration files for the scripted upstream and for the proxy beside the gateway. */
final class NginxConfig {
  private static final int PACE_MILLIS = 5;

  private static final String FRAME =
      """
      load_module /usr/lib/nginx/modules/ngx_http_echo_module.so;
      daemon off;
      worker_processes auto;
      pid nginx.pid;
      error_log stderr crit;
      events { worker_connections 1024; }
      http {
        access_log off;
        keepalive_requests 1000000000;
        client_body_buffer_size 64k;
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        tcp_nodelay on;
      %s
      }
      """;

  private NginxConfig() {}

  /** A server that gives {@link CannedAnswer}s at {@code /SCENARIO/v1}. */
  static String upstream(int port) {
    String locations =
        Arrays.stream(Scenario.values())
            .map(
                scenario ->
                    "    location = /%s/v1/chat/completions {\n%s    }\n"
                        .formatted(scenario.provider(), answer(scenario)))
            .collect(Collectors.joining());
    return FRAME.formatted(
        """
          server {
            listen 127.0.0.1:%d;
            default_type application/json;
            location / { return 200 '{"object":"list","data":[]}'; }
        %s  }"""
            .formatted(port, locations));
  }

  private static String answer(Scenario scenario) {
    return switch (scenario) {
      case PLAIN -> "      return 200 '" + CannedAnswer.whole() + "';\n";
      case STREAMED -> stream("");
      case PACED -> stream("      echo_sleep " + PACE_MILLIS / 1000.0 + ";\n");
    };
  }

  private static String stream(String pause) {
    String chunks =
        CannedAnswer.chunks().stream()
            .map(data -> pause + "      echo -n 'data: " + data + "\\n\\n';\n      echo_flush;\n")
            .collect(Collectors.joining());
    return "      default_type text/event-stream;\n"
        + chunks
        + "      echo -n 'data: [DONE]\\n\\n';\n";
  }

  /** A plain proxy_pass to the upstream, connections kept alive, streams handed on at once. */
  static String proxy(int port, int upstreamPort) {
    return FRAME.formatted(
        """
          upstream scripted {
            server 127.0.0.1:%d;
            keepalive 256;
            keepalive_requests 1000000000;
          }
          server {
            listen 127.0.0.1:%d;
            location / {
              proxy_pass http://scripted;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
              proxy_buffering off;
            }
          }"""
            .formatted(upstreamPort, port));
  }
}
