import { BadInput } from "../../base/problem.ts";
import type { FormatReader, ReadContext, Reading, ReadRecord } from "../format.ts";
import { placeOf } from "../json-graph.ts";
import { jsonHead } from "../json-head.ts";
import { jsonReading } from "../json-reading.ts";
import { hasKeys, listAt, textIn } from "../json-value.ts";
import { type Galaxy, MispClusters } from "./clusters.ts";

/** A galaxy of MISP (`clusters/*.json` of misp-galaxy): its clusters, under `values`, after what it says of itself. */
export const mispGalaxyReader: FormatReader = {
  recognizes(head) {
    const root = jsonHead(head);
    const [first] = listAt(root, "values");
    return hasKeys(first, "value") ? hasKeys(root, "type") || hasKeys(first, "uuid") : hasKeys(root, "authors", "uuid", "type");
  },
  start,
};

function start(context: ReadContext): Reading {
  const clusters = new MispClusters(context);
  let galaxy: Galaxy = { type: "", category: "" };
  let isGalaxy = false;
  return jsonReading(context, {
    plan(path, kind) {
      if (path.length === 0) return kind === "object" ? "enter" : "skip";
      if (path[0] !== "values" || (path.length === 1 && kind === "object")) return "skip";
      isGalaxy = true;
      return path.length === 1 ? "enter" : "whole";
    },
    *take(item): Generator<ReadRecord> {
      const [key] = item.path;
      if (item.path.length === 2) yield* clusters.take(item.value, galaxy, placeOf(item));
      else if (key === "type" || key === "category") galaxy = { ...galaxy, [key]: textIn(item.value) };
    },
    end(): ReadRecord[] {
      if (!isGalaxy) throw new BadInput(`${context.file}: wanted a MISP galaxy with its values, got none`);
      return [];
    },
  });
}
