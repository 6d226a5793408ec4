import type { Format } from "../format.ts";
import { anxReader } from "./read.ts";

export const anxFormat: Format = {
  id: "anx",
  label: "i2 Analyst's Notebook",
  extensions: [".anx"],
  mediaType: "application/xml",
  idSpace: "file",
  reader: anxReader,
  writer: null,
};
