/** For runs of three code units, hashed, the words that hold them, in order of the words: 4 bytes for each run of each word. */
export interface WordGrams {
  /** By hash: where its words begin; the last entry is their number. */
  readonly starts: Uint32Array;
  readonly words: Uint32Array;
}

const gramLength = 3;
const kinds = 2 ** 16;
const lineFeed = 10;

function kindOf(text: string, at: number): number {
  const mixed = Math.imul(text.charCodeAt(at), 0x9e3779b1) ^ Math.imul(text.charCodeAt(at + 1), 0x85ebca6b);
  return Math.imul(mixed ^ text.charCodeAt(at + 2), 0xc2b2ae35) >>> 16;
}

/** Of words that each end with a line feed. O(letters), twice. */
export function gramsOf(text: string): WordGrams {
  const starts = new Uint32Array(kinds + 1);
  eachGram(text, (kind) => {
    starts[kind + 1]!++;
  });
  for (let kind = 0; kind < kinds; kind++) starts[kind + 1]! += starts[kind]!;
  const words = new Uint32Array(starts[kinds]!);
  const next = starts.slice();
  eachGram(text, (kind, word) => {
    words[next[kind]!++] = word;
  });
  return { starts, words };
}

function eachGram(text: string, take: (kind: number, word: number) => void): void {
  let word = 0;
  for (let at = 0, begin = 0; at < text.length; at++) {
    if (text.charCodeAt(at) !== lineFeed) continue;
    for (let gram = begin; gram + gramLength <= at; gram++) take(kindOf(text, gram), word);
    word++;
    begin = at + 1;
  }
}

/** Words that may hold the part, in order, one perhaps several times; all that do are among them. Null for a part that is too short to tell. */
export function mayHold({ starts, words }: WordGrams, part: string): Uint32Array | null {
  let [from, to] = [0, words.length];
  for (let at = 0; at + gramLength <= part.length; at++) {
    const kind = kindOf(part, at);
    if (starts[kind + 1]! - starts[kind]! < to - from) [from, to] = [starts[kind]!, starts[kind + 1]!];
  }
  return part.length < gramLength ? null : words.subarray(from, to);
}
