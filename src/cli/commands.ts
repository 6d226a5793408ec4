import type { Command } from "./command.ts";
import { aroundCommand } from "./commands/around.ts";
import { checkCommand } from "./commands/check.ts";
import { exportCommand } from "./commands/export.ts";
import { formatsCommand } from "./commands/formats.ts";
import { importCommand } from "./commands/import.ts";
import { linksCommand } from "./commands/links.ts";
import { openCommand } from "./commands/open.ts";
import { pathCommand } from "./commands/path.ts";
import { searchCommand } from "./commands/search.ts";
import { showCommand } from "./commands/show.ts";
import { statsCommand } from "./commands/stats.ts";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  openCommand,
  importCommand,
  searchCommand,
  showCommand,
  linksCommand,
  pathCommand,
  aroundCommand,
  exportCommand,
  statsCommand,
  checkCommand,
  formatsCommand,
];
