import { parse } from "@ts-graphviz/ast";

const breaks = ["\n", "\r", "\u2028", "\u2029"];

/**
 * Node ids and edge ends of a DOT text, by a parser that is not ours. It wants neither line breaks in quotes nor joined texts, which
 * Graphviz allows: characters of private use stand for the ones, and the others are joined for it.
 */
export function dotGraph(whole: string) {
  const text = whole
    .replaceAll('" + "', "")
    .replaceAll(/"(?:[^"\\]|\\[\s\S])*"/g, (quoted) =>
      quoted.replaceAll(/[\n\r\u2028\u2029]/g, (char) => String.fromCharCode(0xe000 + breaks.indexOf(char))),
    );
  const said = (id: string) => id.replaceAll(/[\uE000-\uE003]/g, (char) => breaks[char.charCodeAt(0) - 0xe000]!);
  const nodes: string[] = [];
  const edges: [string, string][] = [];
  const graph = parse(text).children.find((child) => child.type === "Graph");
  for (const statement of graph?.children ?? []) {
    if (statement.type === "Node") nodes.push(said(statement.id.value));
    if (statement.type !== "Edge") continue;
    const [from, to] = statement.targets;
    if (from.type === "NodeRef" && to.type === "NodeRef") edges.push([said(from.id.value), said(to.id.value)]);
  }
  return { nodes, edges };
}
