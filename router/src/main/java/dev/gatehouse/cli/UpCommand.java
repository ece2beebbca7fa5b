package dev.gatehouse.cli;

import dev.gatehouse.config.GatehouseConfig;
import dev.gatehouse.gateway.Gateway;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the gateway until it is told to stop. */
@Command(name = "up", mixinStandardHelpOptions = true, description = "Runs the gateway.")
final class UpCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on; 0 for any free one. Default 8080.")
  private @Nullable Integer port;

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "Address to listen on. Default 127.0.0.1.")
  private @Nullable String host;

  @Option(names = "--air-gapped", description = "Construct no cloud provider at all.")
  private boolean airGapped;

  @Option(names = "--demo", description = "Not built yet.")
  private boolean demo;

  @Override
  public void run() {
    if (demo) {
      throw new CommandException("--demo is not built yet; the README's table says what is");
    }
    PrintWriter out = spec.commandLine().getOut();
    common.file().ifPresent(file -> out.println("configuration: " + file));
    GatehouseConfig config = overridden(common.load());
    DownloadBar bar = new DownloadBar(spec.commandLine().getErr());
    Gateway gateway = new Gateway(config, System.getenv(), bar::show);
    Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "shutdown"));
    new Greeting(out, gateway, config).print();
    waitForever();
  }

  private GatehouseConfig overridden(GatehouseConfig written) {
    if (port != null && (port < 0 || port > 65_535)) {
      throw new CommandException("--port: expected 0 to 65535, got " + port);
    }
    GatehouseConfig config = airGapped ? written.airGapped() : written;
    config = port == null ? config : config.withPort(port);
    return host == null ? config : config.withHost(host);
  }

  private static void waitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
