import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";

export const starHub = "hub";

/** Writes a case in which one entity has so many neighbours, and they have nobody else. */
export async function writeStarCase(file: string, neighbours: number): Promise<void> {
  const out = createWriteStream(file);
  const ended = finished(out);
  for (const piece of pieces(neighbours)) if (!out.write(piece)) await once(out, "drain");
  out.end();
  await ended;
}

function* pieces(neighbours: number): Iterable<string> {
  yield `${JSON.stringify({ clew: 1, name: "star" })}\n`;
  yield `${JSON.stringify({ kind: "source", id: "s", title: "Members' list" })}\n`;
  yield `${JSON.stringify({ kind: "entity", id: starHub, type: "organization", name: "The Union" })}\n`;
  for (let at = 0; at < neighbours; at++) yield `{"kind":"entity","id":"m${at}","type":"person","name":"Member ${at}"}\n`;
  const rest = `"relation":"member-of","object":"${starHub}","stance":"asserts","source":"s"`;
  for (let at = 0; at < neighbours; at++) yield `{"kind":"claim","claim":"link","id":"c${at}","subject":"m${at}",${rest}}\n`;
}
