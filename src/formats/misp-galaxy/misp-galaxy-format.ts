import type { Format } from "../format.ts";
import { mispGalaxyReader } from "./read.ts";

export const mispGalaxyFormat: Format = {
  id: "misp-galaxy",
  label: "MISP galaxy",
  extensions: [".galaxy.json"],
  mediaType: "application/json",
  idSpace: "world",
  reader: mispGalaxyReader,
  writer: null,
};
