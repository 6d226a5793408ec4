import { expect, test } from "vitest";
import { readEvents, type ServerEvent } from "../../../src/ui/state/read-events.ts";

async function read(...pieces: string[]): Promise<ServerEvent[]> {
  async function* coming() {
    yield* pieces;
  }
  const events: ServerEvent[] = [];
  for await (const event of readEvents(coming())) events.push(event);
  return events;
}

const text = ": hi\n\nevent: hello\nid: 3\ndata: {}\n\ndata: a\ndata:b\n\nid: 7\n\nevent: x\r\ndata: c\r\n\r\ndata: cut off";

test("events are read however their text is cut; comments and what has no end give none", async () => {
  const whole = [
    { event: "hello", id: "3", data: "{}" },
    { event: "message", id: "3", data: "a\nb" },
    { event: "x", id: "7", data: "c" },
  ];
  expect(await read(text)).toEqual(whole);
  for (let at = 0; at < text.length; at++) expect(await read(text.slice(0, at), text.slice(at))).toEqual(whole);
  expect(await read(...text)).toEqual(whole);
});
