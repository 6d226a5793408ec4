import type { Format } from "../format.ts";
import { alephReader } from "./read.ts";

export const alephFormat: Format = {
  id: "aleph",
  label: "Aleph diagram",
  extensions: [".vis"],
  mediaType: "application/json",
  idSpace: "world",
  reader: alephReader,
  writer: null,
};
