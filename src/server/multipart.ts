import { BadInput } from "../base/problem.ts";
import { bytesAt, bytesOf, type ImportFile } from "../case/files/import-file.ts";
import type { Upload } from "./uploads.ts";

/** A part of a body of several (RFC 7578): its name, its file name where it is a file, and where its bytes are. */
export interface BodyPart {
  readonly name: string;
  readonly file: string | null;
  readonly bytes: ImportFile;
}

const mostParts = 1_000;
const mostHeaderBytes = 16 * 1024;

/** The boundary that a Content-Type names; null for a body that is none of several parts. */
export function boundaryOf(contentType: string | undefined): string | null {
  if (contentType === undefined || !/^multipart\/form-data\s*;/i.test(contentType)) return null;
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  return quoted ?? plain ?? null;
}

/** The parts of a body in its order; none of their bytes are copied. Throws BadInput where it is cut, or has more than 1,000 parts. */
export async function partsOf(upload: Upload, boundary: string): Promise<readonly BodyPart[]> {
  const body: ImportFile = { name: "body", ...upload };
  const marks = await marksIn(body, boundary);
  const parts: BodyPart[] = [];
  for (const [at, { end }] of marks.entries()) {
    const next = marks[at + 1];
    if (next === undefined) break;
    const head = Buffer.from(await bytesAt(body, end, Math.min(next.start, end + mostHeaderBytes)));
    if (head[0] === 0x2d && head[1] === 0x2d) throw broken();
    const headerEnd = head.indexOf("\r\n\r\n");
    if (headerEnd < 0) throw broken();
    const { name, file } = disposition(head.subarray(0, headerEnd).toString("utf8"));
    parts.push({ name, file, bytes: pieceOf(upload, file ?? name, { from: end + headerEnd + 4, to: next.start }) });
  }
  const last = marks.at(-1);
  if (last === undefined || Buffer.from(await bytesAt(body, last.end, last.end + 2)).toString("latin1") !== "--") throw broken();
  return parts;
}

/** Where each boundary stands: with the line end before it, and without the rest of its line. */
async function marksIn(body: ImportFile, boundary: string): Promise<{ readonly start: number; readonly end: number }[]> {
  const mark = Buffer.from(`\r\n--${boundary}`, "latin1");
  const marks: { start: number; end: number }[] = [];
  // The first one may stand at the very beginning: as if a line had ended before.
  let held = Buffer.from("\r\n");
  let at = -2;
  for await (const piece of bytesOf(body)) {
    const bytes = Buffer.concat([held, piece]);
    let from = 0;
    for (let found = bytes.indexOf(mark); found >= 0; found = bytes.indexOf(mark, from)) {
      marks.push({ start: at + found, end: at + found + mark.length });
      if (marks.length > mostParts) throw new BadInput(`body: wanted at most ${mostParts} parts, got more`);
      from = found + mark.length;
    }
    const keep = Math.max(from, bytes.length - mark.length + 1);
    held = bytes.subarray(keep);
    at += keep;
  }
  return marks;
}

/** Name and file name as browsers write them: UTF-8, with `"` and line ends in percent signs. */
function disposition(head: string): { name: string; file: string | null } {
  const line = head.split("\r\n").find((each) => /^content-disposition\s*:\s*form-data\b/i.test(each));
  const value = (field: string) => {
    const found = new RegExp(`;\\s*${field}="([^"]*)"`, "i").exec(line ?? "")?.[1];
    return found?.replace(/%(22|0A|0D)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  };
  const name = value("name");
  if (name === undefined) throw broken();
  return { name, file: value("filename") ?? null };
}

function pieceOf(upload: Upload, name: string, { from, to }: { from: number; to: number }): ImportFile {
  return "bytes" in upload ? { name, bytes: upload.bytes.subarray(from, to) } : { name, path: upload.path, from, to };
}

function broken(): BadInput {
  return new BadInput("body: wanted whole parts of multipart/form-data, got a body that is none");
}
