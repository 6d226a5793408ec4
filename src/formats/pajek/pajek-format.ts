import type { Format } from "../format.ts";
import { pajekReader } from "./read.ts";

export const pajekFormat: Format = {
  id: "pajek",
  label: "Pajek",
  extensions: [".net"],
  mediaType: "text/plain",
  idSpace: "file",
  reader: pajekReader,
  writer: null,
};
