import { fuzzPatches } from "../../case/patches/fuzz-patches.ts";
import { callValues } from "../../programs/call-values.ts";
import { disagreement } from "../agreement.ts";
import { type Variant, variantNames } from "../random-questions.ts";
import { Tally } from "../tally.ts";

/**
 * `npm run fuzz -- paths [--runs N] [--seed S] [--only VARIANT]`: exit code 0 when all agree and every pair of options was asked.
 * `npm run fuzz -- patch [--runs N] [--seed S]`: exit code 0 when snapshots brought up to date are as those built anew.
 */
const calls = "paths [--runs N] [--seed S] [--only VARIANT], or patch [--runs N] [--seed S]";
const usage = `npm run fuzz -- ${calls}, VARIANT one of ${variantNames.join(", ")}`;

const { values, positionals } = callValues({
  name: "fuzz",
  usage,
  options: {
    runs: { type: "string" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    only: { type: "string", multiple: true, default: [...variantNames] },
  },
});
const [what] = positionals;
const [runs, seed] = [Number(values.runs ?? (what === "patch" ? "60" : "21000")), Number(values.seed)];
const chosen = variantNames.filter((variant) => values.only.includes(variant));
const isSound = positionals.length === 1 && (what === "paths" || what === "patch") && chosen.length > 0;
if (!isSound || !Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
  console.error(
    `fuzz: wanted ${calls}, VARIANT one of ${variantNames.join(", ")}; got ${process.argv.slice(2).join(" ") || "nothing"}`,
  );
  process.exit(2);
}
if (what === "patch") process.exit(fuzzPatches(seed, runs) ? 0 : 1);
console.log(`seed ${seed}`);
const tally = new Tally();
const faults = chosen.flatMap((variant) => ask(variant) ?? []);
const missing = chosen.length === variantNames.length ? tally.missing() : [];
console.log(tally.table());
for (const fault of faults) console.error(`\n${fault}`);
if (missing.length > 0) console.error(`\nnever asked: ${missing.join("; ")}`);
const { answered, empty, refused } = tally.outcomes();
console.log(`\n${answered + empty + refused} questions, ${faults.length} disagreements, ${missing.length} pairs never asked`);
process.exitCode = faults.length + missing.length === 0 ? 0 : 1;

function ask(variant: Variant): string | null {
  const started = performance.now();
  const round = { seed: seed + 1000 * variantNames.indexOf(variant), runs: Math.ceil(runs / chosen.length), tally };
  const fault = disagreement(variant, round);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${variant}: ${fault === null ? "agrees" : "DIFFERS"}, ${seconds} s`);
  return fault;
}
