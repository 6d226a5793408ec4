import { createHash } from "node:crypto";
import { BadInput } from "../../base/problem.ts";
import { headBytes, type PlainFile } from "./plain-files.ts";
import { Utf8Check, type Utf8Found } from "./utf8-check.ts";

/** What is known of a file once it was gone through. */
export interface FileSurvey {
  /** SHA-256, hex: of its bytes; of a gzipped file before it is unpacked. */
  readonly sha256: string;
  /** Bytes, unpacked. */
  readonly size: number;
  readonly head: Uint8Array;
  readonly utf8: Utf8Found;
  /** `cut`: only its beginning was looked at, and the sum is of that. */
  readonly end: "whole" | "cut";
}

/** Goes through a file once, or through its first bytes, `most` of them or a few more. */
export async function surveyFile(
  file: PlainFile,
  most = Number.POSITIVE_INFINITY,
  given: "whole" | "cut" = "whole",
): Promise<FileSurvey> {
  const hash = createHash("sha256");
  const utf8 = new Utf8Check();
  let size = 0;
  let end = given;
  let head: Uint8Array = new Uint8Array();
  try {
    for await (const piece of file.bytes((packed) => hash.update(packed))) {
      if (head.length < headBytes) head = Buffer.concat([head, piece]).subarray(0, headBytes);
      size += piece.length;
      utf8.push(piece);
      if (size < most) continue;
      end = "cut";
      break;
    }
  } catch (error) {
    // Of a packed file the beginning alone is a damaged one.
    if (given === "whole" || size === 0 || !(error instanceof BadInput)) throw error;
  }
  return { sha256: hash.digest("hex"), size, head, utf8: utf8.end(end), end };
}
