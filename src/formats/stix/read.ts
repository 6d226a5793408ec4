import { BadInput } from "../../base/problem.ts";
import type { FormatReader, ReadContext, Reading } from "../format.ts";
import { jsonHead } from "../json-head.ts";
import type { JsonPlan } from "../json-items.ts";
import { jsonReading } from "../json-reading.ts";
import { isJsonList, type JsonValue, listAt, textAt } from "../json-value.ts";
import { StixObjects } from "./stix-objects.ts";

/** STIX 2.0 and 2.1: a bundle, or a list of objects. One object is held at a time. */
export const stixReader: FormatReader = { recognizes, start };

function recognizes(head: string): boolean {
  const root = jsonHead(head);
  if (isJsonList(root)) return isObject(root[0]);
  const isBundle = textAt(root, "type") === "bundle" || textAt(root, "id").startsWith("bundle--");
  return isBundle || isObject(listAt(root, "objects")[0]);
}

function isObject(value: JsonValue | undefined): boolean {
  const type = textAt(value, "type");
  return type !== "" && textAt(value, "id").startsWith(`${type}--`);
}

/** Observed data of STIX 2.0 have `objects` of their own, which lie deeper. */
const plan: JsonPlan = (path, kind) => {
  if (path.length === 0) return "enter";
  if (path.length === 1)
    return typeof path[0] === "number" ? "whole" : path[0] === "objects" && kind === "list" ? "enter" : "skip";
  return "whole";
};

function start(context: ReadContext): Reading {
  const objects = new StixObjects(context);
  let isBundle = false;
  return jsonReading(context, {
    plan,
    *take({ path, value, line }) {
      const isObjectHere = path[0] === "objects" || typeof path[0] === "number";
      if (path[0] === "type" && value === "bundle") isBundle = true;
      if (!isObjectHere) return;
      isBundle = true;
      yield* objects.take(value, { where: `line ${line}`, row: line });
    },
    end() {
      if (!isBundle) throw new BadInput(`${context.file}: wanted a bundle of STIX objects, got none`);
      return [];
    },
  });
}
