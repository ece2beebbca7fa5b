package dev.gatehouse.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.Router;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/**
 * HTTP/1.1 as Helidon speaks it, over a {@link ClientInput} that the request's handler can find.
 */
final class WatchableConnections implements ServerConnectionSelector {
  private static final ScopedValue<ClientInput> CURRENT = ScopedValue.newInstance();

  private final Http1ConnectionSelector http1;

  WatchableConnections(Http1Config config) {
    this.http1 = Http1ConnectionSelector.builder().config(config).build();
  }

  /**
   * The input of the connection that the current thread serves.
   *
   * @throws java.util.NoSuchElementException on any other thread
   */
  static ClientInput current() {
    return CURRENT.get();
  }

  @Override
  public int bytesToIdentifyConnection() {
    return http1.bytesToIdentifyConnection();
  }

  @Override
  public Support supports(BufferData data) {
    return http1.supports(data);
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http1.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    ClientInput input = new ClientInput(context.serverSocket(), context.dataReader());
    DataReader reader = DataReader.create(input);
    return new Watchable(http1.connection(new WithReader(context, reader)), input);
  }

  /** A connection whose thread knows its input. */
  private record Watchable(ServerConnection http1, ClientInput input)
      implements ServerConnection, InterruptableTask<Void> {

    @Override
    public void handle(Limit limit) throws InterruptedException {
      ScopedValue.where(CURRENT, input)
          .<Boolean, InterruptedException>call(
              () -> {
                http1.handle(limit);
                return true;
              });
    }

    @Override
    public boolean canInterrupt() {
      return http1 instanceof InterruptableTask<?> task && task.canInterrupt();
    }

    @Override
    public void run() {
      throw new IllegalStateException("handled, not run");
    }

    @Override
    public Duration idleTime() {
      return http1.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
      http1.close(interrupt);
    }
  }

  /** A connection's context with another reader. */
  private record WithReader(ConnectionContext context, DataReader dataReader)
      implements ConnectionContext {

    @Override
    public ListenerContext listenerContext() {
      return context.listenerContext();
    }

    @Override
    public ExecutorService executor() {
      return context.executor();
    }

    @Override
    public DataWriter dataWriter() {
      return context.dataWriter();
    }

    @Override
    public Router router() {
      return context.router();
    }

    @Override
    public HelidonSocket serverSocket() {
      return context.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
      return context.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
      return context.localPeer();
    }

    @Override
    public boolean isSecure() {
      return context.isSecure();
    }

    @Override
    public String socketId() {
      return context.socketId();
    }

    @Override
    public String childSocketId() {
      return context.childSocketId();
    }
  }
}
