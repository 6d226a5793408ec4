import type { Format } from "../format.ts";
import { gexfReader } from "./read.ts";
import { gexfWriter } from "./write.ts";

export const gexfFormat: Format = {
  id: "gexf",
  label: "GEXF",
  extensions: [".gexf"],
  mediaType: "application/gexf+xml",
  idSpace: "file",
  reader: gexfReader,
  writer: gexfWriter,
};
