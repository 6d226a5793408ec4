import type { Format } from "../format.ts";
import { turtleWriter } from "./write-turtle.ts";

export const turtleFormat: Format = {
  id: "turtle",
  label: "RDF (Turtle)",
  extensions: [".ttl"],
  mediaType: "text/turtle",
  idSpace: "file",
  reader: null,
  writer: turtleWriter,
};
