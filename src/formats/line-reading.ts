import type { ReadContext, Reading, ReadRecord } from "./format.ts";
import { type TextLine, textLines } from "./text-lines.ts";

/** What a format that goes line by line does with them. */
export interface LineTaker {
  take(line: TextLine): Iterable<ReadRecord>;
  /** Throws BadInput when what came is no file of the format. */
  end(): Iterable<ReadRecord>;
}

/** A reading of a text line by line. */
export function lineReading({ file }: ReadContext, taker: LineTaker): Reading {
  const lines = textLines(file);
  function* takeAll(some: readonly TextLine[]): Iterable<ReadRecord> {
    for (const line of some) yield* taker.take(line);
  }
  return {
    push: (chunk) => takeAll(lines.push(chunk)),
    *end() {
      yield* takeAll(lines.end());
      yield* taker.end();
    },
  };
}
