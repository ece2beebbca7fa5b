package dev.gatehouse.gateway;

import dev.gatehouse.planted.WholeRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a closed gateway leaves on disk. Not looked at are what the operator wrote himself (the
 * configuration, dictionaries, rules), what clients want kept (stored responses), and {@code sent},
 * which keeps what left under lock and key.
 */
final class DataFolder {
  private static final Set<String> OPERATORS_OWN = Set.of("yaml", "txt", "toml");
  private static final String STORED = "stored_";

  private DataFolder() {}

  static void note(Path data) {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        note(data, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void note(Path data, Path file) throws IOException, SQLException {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (OPERATORS_OWN.contains(ending) || data.relativize(file).startsWith("sent")) {
      return;
    }
    if (ending.equals("db")) {
      noteTables(file);
    } else if (!name.contains(".db-")) {
      WholeRun.saw("file " + name, Files.readAllBytes(file));
    }
  }

  private static void noteTables(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables.stream().filter(each -> !each.startsWith(STORED)).toList()) {
        noteRows(statement, table);
      }
    }
  }

  private static void noteRows(Statement statement, String table) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          row.append(rows.getString(i)).append(" | ");
        }
        WholeRun.saw("row of " + table, row.toString());
      }
    }
  }
}
