export interface ServerEvent {
  readonly event: string;
  /** Of this event or one before it: where to go on after a break. */
  readonly id: string;
  readonly data: string;
}

/** Server-sent events out of the pieces in which their text comes (WHATWG HTML, 9.2.6). Comments give nothing. */
export async function* readEvents(pieces: AsyncIterable<string>): AsyncGenerator<ServerEvent> {
  let rest = "";
  let id = "";
  for await (const piece of pieces) {
    rest += piece;
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = block.split(/\r?\n/).map(fieldOf);
      id = fields.findLast(([name]) => name === "id")?.[1] ?? id;
      const data = fields.filter(([name]) => name === "data").map(([, value]) => value);
      const event = fields.findLast(([name]) => name === "event")?.[1] ?? "message";
      if (data.length > 0) yield { event, id, data: data.join("\n") };
    }
  }
}

function fieldOf(line: string): readonly [name: string, value: string] {
  const at = line.indexOf(":");
  if (at === -1) return [line, ""];
  return [line.slice(0, at), line.slice(line[at + 1] === " " ? at + 2 : at + 1)];
}
