import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeDraft;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.NodeDraft;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Imports a file as Gephi does, and prints its nodes' ids, its edges' ends and what Gephi reports, a list a line. */
public class ReadWithGephi {
  public static void main(String[] args) throws Exception {
    Lookup.getDefault().lookup(ProjectController.class).newProject();
    Container container = Lookup.getDefault().lookup(ImportController.class).importFile(new File(args[0]));
    List<String> nodes = new ArrayList<>();
    List<String> edges = new ArrayList<>();
    for (NodeDraft node : container.getUnloader().getNodes()) nodes.add(json(node.getId()));
    for (EdgeDraft edge : container.getUnloader().getEdges())
      edges.add("[" + json(edge.getSource().getId()) + "," + json(edge.getTarget().getId()) + "]");
    System.out.println("[" + String.join(",", nodes) + "]");
    System.out.println("[" + String.join(",", edges) + "]");
    System.exit(0);
  }

  private static String json(String text) {
    StringBuilder written = new StringBuilder("\"");
    for (char c : text.toCharArray()) written.append(c < 0x7f && c >= 0x20 && c != '"' && c != '\\' ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    return written.append('"').toString();
  }
}
