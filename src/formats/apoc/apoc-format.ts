import type { Format } from "../format.ts";
import { apocReader } from "./read.ts";
import { apocWriter } from "./write.ts";

export const apocFormat: Format = {
  id: "apoc",
  label: "APOC JSON (Neo4j)",
  extensions: [".apoc.json"],
  mediaType: "application/json",
  idSpace: "file",
  reader: apocReader,
  writer: apocWriter,
};
