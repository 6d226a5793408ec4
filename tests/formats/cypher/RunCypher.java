import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;

/** Runs a script in a Neo4j of its own, line by line, as often as asked; then prints the answers of the queries that follow, a line each. */
public class RunCypher {
  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]);
    List<String> lines = Files.readAllLines(Path.of(args[1]));
    int times = Integer.parseInt(args[2]);
    DatabaseManagementService service = new DatabaseManagementServiceBuilder(home).build();
    try {
      GraphDatabaseService graph = service.database("neo4j");
      for (int time = 0; time < times; time++) run(graph, lines);
      for (int at = 3; at < args.length; at++) ask(graph, args[at]);
    } finally {
      service.shutdown();
    }
  }

  private static void run(GraphDatabaseService graph, List<String> lines) {
    for (String line : lines) {
      try (var transaction = graph.beginTx()) {
        transaction.execute(line.substring(0, line.length() - 1)).close();
        transaction.commit();
      } catch (RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) cause = cause.getCause();
        throw new RuntimeException(cause.getMessage() + " in " + line.substring(0, Math.min(line.length(), 300)));
      }
    }
  }

  private static void ask(GraphDatabaseService graph, String query) {
    List<String> rows = new ArrayList<>();
    try (var transaction = graph.beginTx(); var result = transaction.execute(query)) {
      while (result.hasNext()) rows.add(json(String.valueOf(result.next().values().iterator().next())));
    }
    System.out.println("[" + String.join(",", rows) + "]");
  }

  private static String json(String text) {
    StringBuilder written = new StringBuilder("\"");
    for (char c : text.toCharArray()) written.append(c < 0x7f && c >= 0x20 && c != '"' && c != '\\' ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    return written.append('"').toString();
  }
}
