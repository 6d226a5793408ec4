import type { FormatReader, ReadContext, Reading } from "../format.ts";
import { DotGraph } from "./graph.ts";
import { DotStatements } from "./statements.ts";
import { dotTokens } from "./tokens.ts";

/**
 * DOT (Graphviz), statement by statement. Edges of a digraph have a direction unless they are drawn without one, a cluster is
 * a group of its nodes, defaults hold for nodes and edges that come after them, `pos` is a place; what else is drawn is left out.
 */
export const dotReader: FormatReader = {
  recognizes: (head) => /^(strict\s+)?(di)?graph(\s+("[^"]*"|[\w.\u0080-\uFFFF-]+))?\s*\{/i.test(head.slice(beginning(head))),
  start,
};

function start(context: ReadContext): Reading {
  const tokens = dotTokens(context.file);
  const graph = new DotGraph(context);
  const statements = new DotStatements(context.file, graph);
  return {
    push: (chunk) => statements.take(tokens.push(chunk)),
    *end() {
      yield* statements.take(tokens.end());
      statements.end();
      yield* graph.end();
    },
  };
}

/** Where blanks and comments end. */
function beginning(head: string): number {
  let at = 0;
  while (at < head.length) {
    if (/\s/.test(head[at]!)) at++;
    else if (head.startsWith("/*", at)) at = past(head, "*/", at);
    else if (head.startsWith("//", at) || head.startsWith("#", at)) at = past(head, "\n", at);
    else break;
  }
  return at;
}

function past(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? text.length : at + end.length;
}
