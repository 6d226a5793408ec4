import type { Format } from "../format.ts";
import { sifReader } from "./read.ts";

export const sifFormat: Format = {
  id: "sif",
  label: "SIF",
  extensions: [".sif"],
  mediaType: "text/plain",
  idSpace: "file",
  reader: sifReader,
  writer: null,
};
