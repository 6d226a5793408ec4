import type { Format } from "../format.ts";
import { dlReader } from "./read.ts";

export const dlFormat: Format = {
  id: "dl",
  label: "UCINET DL",
  extensions: [".dl"],
  mediaType: "text/plain",
  idSpace: "file",
  reader: dlReader,
  writer: null,
};
