import type { Format } from "../format.ts";
import { gmlReader } from "./read.ts";

export const gmlFormat: Format = {
  id: "gml",
  label: "GML",
  extensions: [".gml"],
  mediaType: "text/plain",
  idSpace: "file",
  reader: gmlReader,
  writer: null,
};
