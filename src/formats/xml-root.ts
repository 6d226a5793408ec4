/**
 * The local name of the first element of a text that begins as XML, "" where there is none yet. Declarations, comments and white
 * space before it are stepped over one by one: an expression for all of them would try every way to part them.
 */
export function xmlRoot(head: string): string {
  let at = head.startsWith("\uFEFF") ? 1 : 0;
  while (at < head.length) {
    if (/\s/.test(head[at]!)) at++;
    else if (head.startsWith("<?", at)) at = past(head, "?>", at);
    else if (head.startsWith("<!--", at)) at = past(head, "-->", at);
    else break;
  }
  const tag = /^<(?:[\w.-]+:)?([\w.-]+)(?=[\s/>])/.exec(head.slice(at, at + 200));
  return tag?.[1] ?? "";
}

function past(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? text.length : at + end.length;
}
