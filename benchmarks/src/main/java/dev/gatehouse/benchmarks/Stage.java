package dev.gatehouse.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The servers of a benchmark, all on free ports of 127.0.0.1: the scripted upstream, and before it
 * nginx and the gateway.
 */
record Stage(Target nginx, Target gateway) {
  private static final Pattern LISTENS =
      Pattern.compile("listens at http://127\\.0\\.0\\.1:(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int CONNECT_MILLIS = 1_000;
  private static final int POLL_MILLIS = 20;

  /**
   * Starts them; closing the workspace ends them.
   *
   * @param home the checkout, whose launcher starts the gateway
   * @param recording where the gateway's flight recording goes, if one is wanted
   * @throws BenchmarkException if one does not start
   */
  static Stage open(Workspace workspace, Path home, Optional<Path> recording) {
    try {
      int upstreamPort = freePort();
      nginx(workspace, "upstream", upstreamPort, NginxConfig.upstream(upstreamPort));
      int proxyPort = freePort();
      RunningProcess proxy =
          nginx(workspace, "proxy", proxyPort, NginxConfig.proxy(proxyPort, upstreamPort));
      RunningProcess gateway = workspace.start(gateway(workspace, home, upstreamPort, recording));
      return new Stage(
          new Target("nginx proxy_pass", proxyPort, true, proxy),
          new Target("gatehouse", gatewayPort(gateway), false, gateway));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static RunningProcess nginx(Workspace workspace, String name, int port, String config)
      throws IOException {
    Path file = workspace.write(name + "/nginx.conf", config);
    RunningProcess process =
        workspace.start(
            new ProcessBuilder(
                "nginx",
                "-p",
                workspace.path(name).toString(),
                "-c",
                file.toString(),
                "-e",
                "stderr"));
    awaitPort(name, port, process);
    return process;
  }

  private static void awaitPort(String name, int port, RunningProcess process) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!accepts(port)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new BenchmarkException("nginx (" + name + ") did not start; see above");
      }
      pause();
    }
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static ProcessBuilder gateway(
      Workspace workspace, Path home, int upstreamPort, Optional<Path> recording) {
    Path config = workspace.write("gatehouse.yaml", GatewayConfig.text(upstreamPort));
    ProcessBuilder builder =
        new ProcessBuilder(
            home.resolve("gatehouse").toString(),
            "up",
            "--config",
            config.toString(),
            "--data",
            workspace.path("data").toString());
    recording.ifPresent(
        file ->
            builder
                .environment()
                .merge(
                    "GATEHOUSE_JAVA_OPTS", flightRecording(file), (one, two) -> one + " " + two));
    return builder;
  }

  private static String flightRecording(Path file) {
    return "-XX:StartFlightRecording=settings=profile,jdk.CPUTimeSample#enabled=true,jdk.CPUTimeSample#throttle=5ms,dumponexit=true,filename="
        + file.toAbsolutePath();
  }

  private static int gatewayPort(RunningProcess gateway) throws IOException {
    BufferedReader out = gateway.output();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher matcher = LISTENS.matcher(line);
      if (matcher.find()) {
        Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
        return Integer.parseInt(matcher.group(1));
      }
    }
    throw new BenchmarkException("the gateway did not start; see above");
  }
}
