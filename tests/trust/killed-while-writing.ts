import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openCase } from "../../src/case/open-case.ts";
import { randomFrom } from "../formats/random-from.ts";
import { type Outcome, ran } from "./outcome.ts";
import { posted, type RealServer, realServer } from "./real-server.ts";
import { inScratch } from "./scratch.ts";

/** Claims that one import brings: a half transaction would show some of them. */
const perImport = 12;
/** Kills after which a new case begins, so that looking through it stays quick. */
const killsPerCase = 25;
const casesAtOnce = 3;

interface Tally {
  readonly broken: string[];
  acknowledged: number;
  failedOpens: number;
}

/**
 * Kills a real server, again and again, up to 120 ms after it has acknowledged its first write over HTTP, while three
 * clients record claims and one imports. After each kill the case opens, is sound, holds everything that was
 * acknowledged, and of each import all or nothing.
 */
export async function killedWhileWriting({ kills, seed }: { kills: number; seed: number }): Promise<Outcome> {
  const random = randomFrom(seed);
  const tally: Tally = { broken: [], acknowledged: 0, failedOpens: 0 };
  let next = 0;
  const killInTurn = async () => {
    while (next < kills) {
      const first = next;
      next += killsPerCase;
      await inScratch(async (folder) => {
        const path = await startingCase(folder);
        for (let kill = first; kill < Math.min(kills, first + killsPerCase); kill++)
          await killOnce(path, `k${kill}`, { random, tally });
      });
    }
  };
  await Promise.all(Array.from({ length: casesAtOnce }, killInTurn));
  const figure = `${kills} kills, ${tally.acknowledged} acknowledged, ${tally.broken.length} lost or half, ${tally.failedOpens} failed opens`;
  return ran(figure, tally.broken);
}

async function startingCase(folder: string): Promise<string> {
  const path = join(folder, "killed.clew");
  const made = openCase(path, { mode: "create" });
  await made.import([{ name: "start.clew.jsonl", bytes: new TextEncoder().encode(importOf("start", 1)) }]);
  made.close();
  return path;
}

/** Two entities, a source, and so many claims between them. */
function importOf(name: string, claims: number): string {
  const ends = ["ada", "bolt"].map((id) => ({ kind: "entity", id, type: "person", name: id }));
  const made = Array.from({ length: claims }, (_, at) => ({
    ...{ kind: "claim", claim: "link", id: `${name}/${at}`, subject: "ada", relation: "funds", object: "bolt" },
    ...{ stance: "asserts", source: "s" },
  }));
  return [{ clew: 1, name }, { kind: "source", id: "s", title: "S" }, ...ends, ...made]
    .map((line) => JSON.stringify(line))
    .join("\n");
}

async function killOnce(path: string, name: string, { random, tally }: { random: () => number; tally: Tally }): Promise<void> {
  const server = await realServer(path);
  if (server.origin === null) {
    tally.failedOpens++;
    tally.broken.push(`${name}: clew open failed: ${server.said.trim()}`);
    return;
  }
  const acknowledged = await writeUntilKilled(server, name, Math.floor(random() * 121));
  tally.acknowledged += acknowledged.length;
  tally.broken.push(...faultsAfter(path, name, acknowledged));
}

/** Ids of the claims and names of the imports that were answered with 200. */
async function writeUntilKilled(server: RealServer, name: string, afterMs: number): Promise<string[]> {
  const acknowledged: string[] = [];
  let ended = false;
  let killing: Promise<void> | null = null;
  const write = async (writer: number) => {
    for (let n = 0; !ended; n++) {
      const id = `${name}-${writer}-${n}`;
      const claim = { id, subject: "ada", relation: "funds", object: "bolt", stance: "asserts", source: "s" };
      const done =
        writer === 0
          ? await posted(server.origin!, `/api/import?name=${id}.clew.jsonl`, importOf(id, perImport))
          : await posted(server.origin!, "/api/claims", { claim });
      if (!done) return;
      acknowledged.push(writer === 0 ? `${id}/` : id);
      killing ??= new Promise((wait) => setTimeout(wait, afterMs)).then(() => server.kill());
    }
  };
  await Promise.all([0, 1, 2, 3].map(write));
  ended = true;
  await (killing ?? server.kill());
  return acknowledged;
}

function faultsAfter(path: string, name: string, acknowledged: readonly string[]): string[] {
  const broken: string[] = [];
  try {
    const opened = openCase(path);
    for (const { where, message } of opened.check()) broken.push(`${name}: ${where}: ${message}`);
    opened.close();
  } catch (error) {
    return [`${name}: the case does not open: ${String(error)}`];
  }
  const db = new DatabaseSync(path, { readOnly: true });
  const ids = new Set(
    db
      .prepare("SELECT id FROM claim")
      .all()
      .map(({ id }) => String(id)),
  );
  const entries = Number(db.prepare("SELECT count(*) AS n FROM history").get()?.n);
  const last = Number(db.prepare("SELECT max(seq) AS n FROM history").get()?.n);
  db.close();
  if (entries !== last) broken.push(`${name}: wanted ${last} entries without a gap, got ${entries}`);
  const imported = Map.groupBy(
    [...ids].filter((id) => id.startsWith("k") && id.includes("/")),
    (id) => id.split("/", 1)[0] ?? "",
  );
  for (const [id, claims] of imported)
    if (claims.length !== perImport) broken.push(`${name}: ${claims.length} of ${perImport} claims of the import ${id}`);
  for (const id of acknowledged) {
    const isThere = id.endsWith("/") ? imported.has(id.slice(0, -1)) : ids.has(id);
    if (!isThere) broken.push(`${name}: ${id} was acknowledged and is lost`);
  }
  return broken;
}
