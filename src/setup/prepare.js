/**
 * Sets the project up before `npm start` (`install page`) and `npm test` (`install page lib chromium`);
 * after an installation by hand npm asks for `lib`, so that `import "clew"` works in the project itself. Quiet when there is nothing to do. Plain JavaScript that runs on Node 18,
 * with nothing installed.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.js";
import { findChromium, installChromium } from "./find-chromium.js";
import { install } from "./install.js";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const parts = process.argv.slice(2);
/** `install` runs npm, and npm runs this file again. */
const askedByOurselves = process.env.CLEW_PREPARING === "1";

try {
  if (parts.includes("install")) install(root);
  if (parts.includes("page")) build(root, "page");
  if (parts.includes("lib") && !askedByOurselves && existsSync(join(root, "node_modules", "typescript"))) build(root, "lib");
  if (parts.includes("chromium") && findChromium() === null) installChromium();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
