import type { Format } from "../format.ts";
import { clewJsonlReader } from "./read.ts";
import { clewJsonlWriter } from "./write.ts";

export const clewJsonlFormat: Format = {
  id: "clew-jsonl",
  label: "Clew JSON lines",
  extensions: [".clew.jsonl", ".jsonl"],
  mediaType: "application/x-ndjson",
  idSpace: "case",
  reader: clewJsonlReader,
  writer: clewJsonlWriter,
};
