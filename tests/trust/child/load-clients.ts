import { readFileSync, writeFileSync } from "node:fs";
import { quantile } from "../../bench/report/quantile.ts";
import { randomFrom } from "../../formats/random-from.ts";
import { type HttpAnswer, HttpClient } from "../load/http-client.ts";
import {
  type KindFigures,
  type LoadKind,
  type LoadPlan,
  type LoadReport,
  loadMix,
  type RecordedClaim,
} from "../load/load-mix.ts";

/** `load-clients.ts PLAN REPORT`: many clients in one process, each with a connection of its own and no pause between answers. */
const [planFile = "", reportFile = ""] = process.argv.slice(2);
const plan = JSON.parse(readFileSync(planFile, "utf8")) as LoadPlan;
const { targets } = plan;

const times = new Map<LoadKind, number[]>(loadMix.map(([kind]) => [kind, []]));
const errorsOf = new Map<LoadKind, number>();
const errors: string[] = [];
const recorded: RecordedClaim[] = [];
const withdrawn: string[] = [];
const charts = new Map<string, string>();

const started = performance.now();
const until = started + plan.seconds * 1000;
await Promise.all(Array.from({ length: plan.clients }, (_, client) => runClient(client)));
const seconds = (performance.now() - started) / 1000;
const kinds = [...times].map(([kind, each]) => figures(kind, each, errorsOf.get(kind) ?? 0));
const all = figures(
  "all",
  [...times.values()].flat(),
  kinds.reduce((sum, { errors }) => sum + errors, 0),
);
const report: LoadReport = { seconds, kinds: [...kinds, all], errors, recorded, withdrawn, charts: [...charts] };
writeFileSync(reportFile, JSON.stringify(report));

function figures(kind: KindFigures["kind"], list: readonly number[], errors: number): KindFigures {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share: number) => (sorted.length === 0 ? 0 : quantile(sorted, share));
  return { kind, asked: sorted.length, errors, p50: at(0.5), p99: at(0.99), longest: at(1) };
}

/** One user: draws what to do, waits for the answer, goes on until the time is up. */
async function runClient(client: number): Promise<void> {
  const http = new HttpClient(plan.origin, plan.token);
  const random = randomFrom(plan.seed + client * 7919);
  const own: RecordedClaim[] = [];
  for (let nth = 0; performance.now() < until; nth++) {
    const kind = drawn(random);
    const answer = await act(kind, { http, client, nth, random, own });
    times.get(kind)!.push(answer.ms);
    if (answer.status === 200) continue;
    errorsOf.set(kind, (errorsOf.get(kind) ?? 0) + 1);
    if (errors.length < 10) errors.push(`${kind}: ${answer.status} ${answer.text.slice(0, 200)}`);
  }
  http.close();
}

interface Acting {
  readonly http: HttpClient;
  readonly client: number;
  readonly nth: number;
  readonly random: () => number;
  /** Claims that this client recorded and did not withdraw. */
  readonly own: RecordedClaim[];
}

function drawn(random: () => number): LoadKind {
  let left = random() * 100;
  for (const [kind, share] of loadMix) {
    left -= share;
    if (left < 0) return kind;
  }
  return "search";
}

function act(kind: LoadKind, acting: Acting): Promise<HttpAnswer> {
  const { http, random } = acting;
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  switch (kind) {
    case "search":
      return http.get(`/api/search?limit=20&q=${encodeURIComponent(typed(of(targets.names), random))}`);
    case "entity":
      return http.get(`/api/entity?id=${encodeURIComponent(of(targets.entities))}`);
    case "link":
      return http.get(`/api/link?id=${encodeURIComponent(of(targets.links))}`);
    case "path": {
      const [from, to] = of(targets.pairs);
      return http.send("POST", "/api/path", { from, to, limit: 10 });
    }
    case "around":
      return http.send("POST", "/api/around", { center: of(targets.entities), hops: 1, limit: 100 });
    case "record claim":
      return record(acting, of);
    case "withdraw claim":
      return withdraw(acting, of);
    case "save chart":
      return saveChart(acting, of);
  }
}

type Pick = <T>(list: readonly T[]) => T;

/** What somebody has typed of a name so far. */
function typed(name: string, random: () => number): string {
  const letters = [...name];
  return letters.slice(0, 3 + Math.floor(random() * (letters.length - 2))).join("");
}

async function record({ http, client, nth, own }: Acting, of: Pick): Promise<HttpAnswer> {
  const [subject, object] = of(targets.pairs);
  const id = `${plan.prefix}${client}-${nth}`;
  const claim = { id, subject, relation: "linked-to", object, stance: "asserts", source: of(targets.sources) };
  const answer = await http.send("POST", "/api/claims", { claim });
  if (answer.status === 200) {
    own.push({ id, subject, object });
    recorded.push({ id, subject, object });
  }
  return answer;
}

/** Of this client's own claims; where it has none, it records one instead. */
async function withdraw(acting: Acting, of: Pick): Promise<HttpAnswer> {
  const last = acting.own.pop();
  if (last === undefined) return record(acting, of);
  const answer = await acting.http.send("POST", "/api/claims/withdraw", { claim: last.id, reason: "load" });
  if (answer.status === 200) withdrawn.push(last.id);
  return answer;
}

async function saveChart({ http, client, nth }: Acting, of: Pick): Promise<HttpAnswer> {
  const id = `${plan.prefix}chart-${client}`;
  const name = `arrangement ${nth}`;
  const entities = new Set(Array.from({ length: 20 }, () => of(targets.entities)));
  const nodes = [...entities].map((entity, at) => ({ entity, x: at, y: -at, pinned: false }));
  const answer = await http.send("PUT", "/api/chart", { id, name, nodes });
  if (answer.status === 200) charts.set(id, name);
  return answer;
}
