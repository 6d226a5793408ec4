import type { Command } from "./command.ts";
import { aroundCommand } from "./commands/around.ts";
import { askCommand } from "./commands/ask.ts";
import { backupCommand } from "./commands/backup.ts";
import { bearingCommand } from "./commands/bearing.ts";
import { checkCommand } from "./commands/check.ts";
import { commonCommand } from "./commands/common.ts";
import { compactCommand } from "./commands/compact.ts";
import { completionsCommand } from "./commands/completions.ts";
import { connectCommand } from "./commands/connect.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { exportCommand } from "./commands/export.ts";
import { formatsCommand } from "./commands/formats.ts";
import { importCommand } from "./commands/import.ts";
import { linksCommand } from "./commands/links.ts";
import { manCommand } from "./commands/man.ts";
import { openCommand } from "./commands/open.ts";
import { overviewCommand } from "./commands/overview.ts";
import { pathCommand } from "./commands/path.ts";
import { patternCommand } from "./commands/pattern.ts";
import { questionsCommand } from "./commands/questions.ts";
import { redactCommand } from "./commands/redact.ts";
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
  connectCommand,
  commonCommand,
  bearingCommand,
  patternCommand,
  questionsCommand,
  askCommand,
  exportCommand,
  overviewCommand,
  statsCommand,
  checkCommand,
  doctorCommand,
  redactCommand,
  backupCommand,
  compactCommand,
  formatsCommand,
  completionsCommand(() => commands),
  manCommand(() => commands),
];
