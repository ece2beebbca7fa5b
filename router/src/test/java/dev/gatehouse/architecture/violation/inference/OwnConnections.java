package dev.gatehouse.architecture.violation.inference;

import com.sun.net.httpserver.HttpServer;
import io.helidon.webclient.api.WebClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.SocketChannel;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.net.ssl.SSLSocketFactory;

/** Every way out of the process but the door. */
public final class OwnConnections {

  private OwnConnections() {}

  /** TCP. */
  public static final class OfSockets {
    static Socket open() {
      return new Socket();
    }
  }

  /** TCP, the other way round. */
  public static final class OfServerSockets {
    static ServerSocket listen() throws IOException {
      return new ServerSocket(0);
    }
  }

  /** UDP. */
  public static final class OfDatagrams {
    static DatagramSocket open() throws IOException {
      return new DatagramSocket();
    }
  }

  /** TCP, without blocking. */
  public static final class OfChannels {
    static SocketChannel open() throws IOException {
      return SocketChannel.open();
    }
  }

  /** TCP, with callbacks. */
  public static final class OfAsynchronousChannels {
    static AsynchronousSocketChannel open() throws IOException {
      return AsynchronousSocketChannel.open();
    }
  }

  /** HTTP of old. */
  public static final class OfUrls {
    static InputStream read(URL url) throws IOException {
      return url.openStream();
    }
  }

  /** HTTP of the JDK. */
  public static final class OfTheJdksClient {
    static HttpClient client() {
      return HttpClient.newHttpClient();
    }
  }

  /** TLS. */
  public static final class OfTls {
    static Socket connect() throws IOException {
      return SSLSocketFactory.getDefault().createSocket("elsewhere.test", 443);
    }
  }

  /** The door's own client, used elsewhere. */
  public static final class OfTheWebClient {
    static WebClient client() {
      return WebClient.create();
    }
  }

  /** LDAP, DNS and others. */
  public static final class OfNaming {
    static Context find() throws NamingException {
      return new InitialContext();
    }
  }

  /** RMI. */
  public static final class OfRemoteCalls {
    static Registry find() throws IOException {
      return LocateRegistry.getRegistry("elsewhere.test");
    }
  }

  /** A server that is not the gateway's. */
  public static final class OfTheJdksServer {
    static HttpServer serve() throws IOException {
      return HttpServer.create();
    }
  }
}
