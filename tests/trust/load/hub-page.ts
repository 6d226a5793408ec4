import { join } from "node:path";
import { type Outcome, ran } from "../outcome.ts";
import { realServer, serverToken } from "../real-server.ts";
import { inScratch } from "../scratch.ts";
import { importInto } from "./generated-case.ts";
import { HttpClient } from "./http-client.ts";
import { starHub, writeStarCase } from "./star-case.ts";

const ASKED = 50;
const PAGE = 100;

/** The first page of the neighbours of an entity that has very many, again and again; the slowest counts. */
export async function hubPage({ neighbours, mostMs }: { neighbours: number; mostMs: number }): Promise<Outcome> {
  return inScratch(async (folder) => {
    const [file, casePath] = [join(folder, "star.clew.jsonl"), join(folder, "star.clew")];
    await writeStarCase(file, neighbours);
    importInto(casePath, file);
    const server = await realServer(casePath);
    if (server.origin === null) throw new Error(`clew open failed: ${server.said.trim()}`);
    const http = new HttpClient(server.origin, serverToken);
    const broken: string[] = [];
    const times: number[] = [];
    const ask = async () => {
      const { status, ms, text } = await http.send("POST", "/api/around", { center: starHub, hops: 1, limit: PAGE });
      const answer = status === 200 ? (JSON.parse(text) as { entities: unknown[]; stop: string }) : null;
      const wanted = Math.min(PAGE, neighbours + 1);
      if (answer?.entities.length !== wanted) broken.push(`wanted a page of ${wanted}, got ${status} ${text.slice(0, 200)}`);
      return ms;
    };
    const first = await ask();
    for (let at = 0; at < ASKED; at++) times.push(await ask());
    http.close();
    await server.kill();
    const slowest = Math.max(...times);
    if (slowest > mostMs) broken.push(`wanted a page within ${mostMs} ms, got ${Math.round(slowest)} ms`);
    return ran(
      `${neighbours} neighbours: the first ${PAGE} after ${Math.round(slowest)} ms at most, the very first time ${Math.round(first)} ms`,
      broken,
    );
  });
}
