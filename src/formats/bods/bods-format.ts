import type { Format } from "../format.ts";
import { bodsReader } from "./read.ts";

export const bodsFormat: Format = {
  id: "bods",
  label: "BODS",
  extensions: [".bods", ".bods.json"],
  mediaType: "application/json",
  idSpace: "world",
  reader: bodsReader,
  writer: null,
};
