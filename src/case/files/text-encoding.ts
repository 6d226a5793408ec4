import { BadInput } from "../../base/problem.ts";
import type { Utf8Found } from "./utf8-check.ts";

export interface TextEncoding {
  /** As TextDecoder calls it. */
  readonly name: string;
  /** `default`: UTF-8, and it is. `guessed`: nothing says it, and its bytes are not UTF-8. */
  readonly by: "given" | "mark" | "declared" | "default" | "guessed";
}

/** The encoding under that name. Throws BadInput for one that nobody knows. */
export function encodingNamed(name: string): string {
  try {
    return new TextDecoder(name.trim()).encoding;
  } catch {
    throw new BadInput(`encoding: wanted one such as utf-8, windows-1252 or utf-16le, got ${JSON.stringify(name.slice(0, 40))}`);
  }
}

/**
 * How a text is written: as its byte-order mark says; UTF-16 without one where every other byte of its head is 0; as its XML
 * declaration says; UTF-8 where it is; UTF-8 with broken places where most of what is beyond ASCII is sound; windows-1251 where what is
 * beyond ASCII are words, as in Cyrillic; else windows-1252, which has all of ISO-8859-1.
 */
export function textEncoding(head: Uint8Array, utf8: Utf8Found): TextEncoding {
  const marked = markOf(head);
  if (marked !== null) return { name: marked, by: "mark" };
  const wide = wideOf(head);
  if (wide !== null) return { name: wide, by: "guessed" };
  const declared = declaredIn(head);
  if (declared !== null) return { name: declared, by: "declared" };
  if (utf8.firstBad === null) return { name: "utf-8", by: "default" };
  if (utf8.good > 4 * utf8.bad) return { name: "utf-8", by: "guessed" };
  return { name: hasLongRuns(utf8.sample) ? "windows-1251" : "windows-1252", by: "guessed" };
}

function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

function wideOf(head: Uint8Array): string | null {
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at & 1]!++;
  const half = head.length / 2;
  if (half < 2) return null;
  const [even, odd] = zeros as [number, number];
  if (odd > half * 0.4 && even < half * 0.05) return "utf-16le";
  return even > half * 0.4 && odd < half * 0.05 ? "utf-16be" : null;
}

/** Null where there is no declaration, or one that names what the bytes cannot be, or nobody knows: then the bytes decide. */
function declaredIn(head: Uint8Array): string | null {
  const start = Buffer.from(head.subarray(0, 300)).toString("latin1");
  const label = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === "utf-8" || encoding.startsWith("utf-16") ? null : encoding;
  } catch {
    return null;
  }
}

/** Whether bytes beyond ASCII mostly stand three and more together: in the languages of windows-1252 they are single letters. */
function hasLongRuns(sample: Uint8Array): boolean {
  let [inRuns, all, run] = [0, 0, 0];
  for (let at = 0; at <= sample.length; at++) {
    if ((sample[at] ?? 0) > 0xbf) {
      run++;
      continue;
    }
    all += run;
    if (run > 2) inRuns += run;
    run = 0;
  }
  return inRuns > all * 0.7;
}
