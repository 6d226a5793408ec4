import type { Format } from "../format.ts";
import { csvReader } from "./read.ts";
import { csvWriter } from "./write.ts";

export const csvFormat: Format = {
  id: "csv",
  label: "CSV",
  extensions: [".csv", ".tsv", ".tab", ".psv", ".edges", ".edgelist", ".txt"],
  mediaType: "text/csv",
  idSpace: "file",
  reader: csvReader,
  writer: csvWriter,
};
