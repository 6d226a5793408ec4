import type { Format } from "../format.ts";
import { graphologyReader } from "./read.ts";
import { graphologyWriter } from "./write.ts";

export const graphologyFormat: Format = {
  id: "graphology",
  label: "graphology JSON",
  extensions: [".graphology.json"],
  mediaType: "application/json",
  idSpace: "file",
  reader: graphologyReader,
  writer: graphologyWriter,
};
