#!/usr/bin/env node
/**
 * The launcher. Plain JavaScript that runs on Node 18: where Node is older than 24 it hands over to the
 * Node that came with the packages, so that `npx clew` works whatever Node the machine has.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const wantedNode = 24;
const here = dirname(fileURLToPath(import.meta.url));

if (Number.parseInt(process.versions.node, 10) >= wantedNode) await start();
else handOver();

async function start() {
  module.enableCompileCache?.();
  const { main } = await import(existsSync(join(here, "main.ts")) ? "./main.ts" : "../../dist/lib/cli/main.js");
  process.exitCode = await main(process.argv.slice(2));
}

function handOver() {
  const node = nodeOfThePackages();
  if (node === null) {
    console.error(
      `clew: wanted Node ${wantedNode} or later, got ${process.versions.node}; run npm ci where Clew is, or install Node ${wantedNode}`,
    );
    process.exitCode = 2;
    return;
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.once("error", (error) => {
    console.error(`clew: ${node} did not start: ${error.message}`);
    process.exitCode = 3;
  });
  child.once("exit", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 143);
  });
}

function nodeOfThePackages() {
  for (let folder = here; ; folder = dirname(folder)) {
    for (const name of ["node", "node.exe"]) {
      const file = join(folder, "node_modules", "node", "bin", name);
      if (existsSync(file)) return file;
    }
    if (folder === dirname(folder)) return null;
  }
}
