import type { ReadRecord } from "../../formats/format.ts";
import type { PlainFile } from "./plain-files.ts";
import type { FileSurvey } from "./survey-file.ts";
import type { TextEncoding } from "./text-encoding.ts";

/** What there is to say of a file that is not in the encoding that it should be in; null where it is. */
export async function encodingProblem(
  file: PlainFile,
  { name, by }: TextEncoding,
  { utf8 }: Pick<FileSurvey, "utf8">,
): Promise<ReadRecord | null> {
  const isBroken = name === "utf-8" && utf8.firstBad !== null;
  if (by !== "guessed" && !isBroken) return null;
  const place = utf8.firstBad === null || name.startsWith("utf-16") ? "line 1" : `line ${await lineOf(file, utf8.firstBad)}`;
  const message = isBroken
    ? `wanted UTF-8, got ${utf8.bad} places that are none; each is read as U+FFFD`
    : `wanted UTF-8, got other bytes; read as ${name}, unless another encoding is named`;
  return { kind: "problem", problem: { file: file.name, where: place, kind: "encoding", message }, outcome: "repaired" };
}

/** From 1: the line in which a byte stands. */
async function lineOf(file: PlainFile, place: number): Promise<number> {
  let [line, at] = [1, 0];
  for await (const piece of file.bytes()) {
    const end = Math.min(piece.length, place - at);
    for (let next = piece.indexOf(10); next >= 0 && next < end; next = piece.indexOf(10, next + 1)) line++;
    at += piece.length;
    if (at > place) break;
  }
  return line;
}
