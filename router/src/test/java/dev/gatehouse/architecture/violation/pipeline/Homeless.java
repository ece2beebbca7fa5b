package dev.gatehouse.architecture.violation.pipeline;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Libraries away from home. */
public final class Homeless {

  private Homeless() {}

  /** A database outside the ledger. */
  public static final class Database {
    static Connection connect() throws SQLException {
      return DriverManager.getConnection("jdbc:sqlite::memory:");
    }
  }

  /** A web server outside http. */
  public static final class WebServer {
    static io.helidon.webserver.WebServer serve() {
      return io.helidon.webserver.WebServer.builder().build();
    }
  }

  /** A mapper without bounds. */
  public static final class Mapper {
    static JsonMapper make() {
      return JsonMapper.builder().build();
    }
  }
}
