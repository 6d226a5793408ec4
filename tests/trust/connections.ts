import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { type Outcome, ran, skipped } from "./outcome.ts";
import { inScratch } from "./scratch.ts";
import { whyNoStrace } from "./strace.ts";

/** What programs did with sockets, from the trace of their system calls. */
export interface Traffic {
  /** TCP connections to ports of 127.0.0.1 on which one of the traced programs listens. */
  readonly own: number;
  readonly ports: readonly number[];
  /** Addresses whose route was looked up: a UDP socket was connected to them and nothing sent. */
  readonly routes: readonly string[];
  /** Sockets of the file system. */
  readonly local: readonly string[];
  /** Whatever else would have left the machine, or listens where others reach it. */
  readonly others: readonly string[];
}

const calls = "connect,bind,listen,sendto,sendmsg,sendmmsg";

/**
 * Runs browser tests, server, browser and all, under strace: no program connects to, listens on or sends to anything but
 * loopback, and there only to ports that one of them listens on.
 */
export async function connections({ tests }: { tests: readonly string[] }): Promise<Outcome> {
  const reason = whyNoStrace();
  if (reason !== null) return skipped(reason);
  return inScratch((folder) => {
    const trace = join(folder, "trace");
    const options = ["-f", "--seccomp-bpf", "-qq", "-yy", "-e", "signal=none", "-e", `trace=${calls}`];
    const kept = ["-o", `|grep -aE '^[0-9]+ +listen|sa_family=|<UDP.*->' > '${trace}'`];
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST")));
    const run = [process.execPath, "node_modules/vitest/vitest.mjs", "run", ...tests];
    const { status, stdout } = spawnSync("strace", [...options, ...kept, ...run], { encoding: "utf8", env, maxBuffer: 1 << 28 });
    const { own, ports, routes, local, others } = trafficIn(readFileSync(trace, "utf8"));
    const broken = [...others];
    if (own < 2 || ports.length === 0) broken.push(`wanted connections to a server of ours, got ${own}`);
    if (status !== 0) broken.push(`the tests failed under strace: ${failuresIn(stdout)}`);
    const looked = routes.length === 0 ? "" : `, routes looked up with nothing sent: ${routes.join(", ")}`;
    return ran(
      `${own} connections to ${ports.length} ports of ours on 127.0.0.1, ${others.length} others${looked}; sockets of the machine: ${local.join(", ")}`,
      broken,
    );
  });
}

/** Which tests failed, as vitest says it, or else the end of what it said. */
function failuresIn(said: string): string {
  const failed = stripVTControlCharacters(said)
    .split("\n")
    .filter((line) => line.includes(" FAIL "));
  return failed.length > 0 ? failed.map((line) => line.trim()).join("; ") : said.slice(-2000);
}

interface Call {
  readonly name: string;
  /** `TCP`, `UDPv6` …, as strace names the socket; "" for what it does not know. */
  readonly kind: string;
  /** Address and port of the call, or of the other end of its socket. */
  readonly address: string;
  readonly port: number;
  readonly line: string;
}

/** Reads the lines of `strace -f -yy`, those with an address and those on connected UDP sockets. */
export function trafficIn(trace: string): Traffic {
  const lines = trace.split("\n");
  const all = lines.flatMap((line) => callIn(line) ?? []);
  const ports = new Set(all.filter(({ name }) => name === "listen").map(({ port }) => port));
  const routes = new Set<string>();
  const others: string[] = [];
  let own = 0;
  for (const call of all) {
    if (call.name === "connect" && call.kind.startsWith("UDP")) routes.add(`${call.address} ${call.port}`);
    else if (isOurs(call, ports)) own += call.name === "connect" ? 1 : 0;
    else others.push(call.line.slice(0, 200));
  }
  const local = lines.flatMap((line) => /sa_family=AF_UNIX, sun_path=@?"([^"]+)"/.exec(line)?.[1] ?? []);
  const named = local.map((path) => path.replace(/^.*\/(Singleton\w+)$/, "$1"));
  return { own, ports: [...ports], routes: [...routes], local: [...new Set(named)].sort(), others };
}

function isOurs({ name, address, port }: Call, ports: ReadonlySet<number>): boolean {
  const isLoopback = address === "127.0.0.1" || address === "::1";
  return isLoopback && (name === "bind" || name === "listen" || ports.has(port));
}

function callIn(line: string): Call | null {
  const [, name = "", kind = ""] = /^\d+ +(\w+)\(\d+<(\w+):/.exec(line) ?? [];
  if (name === "") return null;
  const called = { name, kind, line };
  const four = /sin_port=htons\((\d+)\), sin_addr=inet_addr\("([^"]+)"\)/.exec(line);
  if (four !== null) return { ...called, address: four[2]!, port: Number(four[1]) };
  const six = /sin6_port=htons\((\d+)\).*?inet_pton\(AF_INET6, "([^"]+)"/.exec(line);
  if (six !== null) return { ...called, address: six[2]!, port: Number(six[1]) };
  // `<TCP:[127.0.0.1:4747]>` listens, `<UDP:[10.0.0.2:5353->10.0.0.53:53]>` is connected.
  const end = /^[^<]*<\w+:\[(?:.*?->)?\[?([\d.a-f:]+?)\]?:(\d+)\]>/.exec(line);
  return end === null ? null : { ...called, address: end[1]!, port: Number(end[2]) };
}
