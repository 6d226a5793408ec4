import { BadInput } from "../../base/problem.ts";
import type { FormatReader, ReadContext, Reading, ReadRecord } from "../format.ts";
import { JsonGraph, placeOf } from "../json-graph.ts";
import { jsonHead } from "../json-head.ts";
import { jsonReading } from "../json-reading.ts";
import { hasKeys, isJsonList, isJsonObject, type JsonValue } from "../json-value.ts";
import { ThingRecords } from "../thing-records.ts";
import { Memberships } from "./memberships.ts";
import { PopoloThings, type ThingList, thingLists } from "./popolo-things.ts";

/**
 * Popolo, as EveryPolitician and others write it: one object with lists of people, organizations, memberships, posts, areas and events, in
 * any order. Motions, votes and speeches are left out.
 */
export const popoloReader: FormatReader = { recognizes, start };

const lists = [...thingLists, "memberships"];
const known = [...lists, "meta", "motions", "vote_events", "votes", "counts", "speeches"];

/** Nothing but lists of Popolo, and in the first of them that has something a thing of Popolo's. */
function recognizes(head: string): boolean {
  const root = jsonHead(head);
  if (!isJsonObject(root) || !Object.keys(root).every((key) => known.includes(key))) return false;
  const first = Object.entries(root).find(([key, list]) => lists.includes(key) && isJsonList(list) && list.length > 0);
  return first !== undefined && isPopolo((first[1] as readonly JsonValue[])[0]);
}

function isPopolo(thing: JsonValue | undefined): boolean {
  const isMembership = hasKeys(thing, "organization_id") && (hasKeys(thing, "person_id") || hasKeys(thing, "member_id"));
  return isMembership || (hasKeys(thing, "id") && (hasKeys(thing, "name") || hasKeys(thing, "label")));
}

function start(context: ReadContext): Reading {
  const records = new ThingRecords(context, "popolo");
  const memberships = new Memberships(context, records);
  const things = new PopoloThings(context, records, memberships);
  const left = new JsonGraph(context);
  let isPopoloFile = false;
  return jsonReading(context, {
    plan(path, kind) {
      const key = String(path[0]);
      if (path.length === 0) return kind === "object" ? "enter" : "skip";
      if (path.length === 2) return "whole";
      if (!lists.includes(key) || kind === "object") {
        left.leaveOut(`"${key.slice(0, 60)}"`, key.slice(0, 60));
        return "skip";
      }
      isPopoloFile = true;
      return "enter";
    },
    take(item): Iterable<ReadRecord> {
      const [list] = item.path;
      if (item.path.length !== 2) return [];
      if (list === "memberships") return memberships.take(item.value, {}, placeOf(item));
      return things.take(item.value, list as ThingList, placeOf(item));
    },
    *end(): Generator<ReadRecord> {
      if (!isPopoloFile) throw new BadInput(`${context.file}: wanted people, organizations and memberships of Popolo, got none`);
      yield* memberships.end();
      yield* left.end();
    },
  });
}
