import { type ParseArgsOptionsConfig, parseArgs } from "node:util";

interface Program<O extends ParseArgsOptionsConfig> {
  /** As it is called: `npm run NAME`. */
  readonly name: string;
  readonly usage: string;
  readonly options: O;
}

/**
 * What the program was called with. `--help` prints its usage and ends it with 0; an option that it has not, or one without its value, ends it
 * with 2 and one line.
 */
export function callValues<const O extends ParseArgsOptionsConfig>({ name, usage, options }: Program<O>) {
  const args = process.argv.slice(2);
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const [line = ""] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    process.stderr.write(
      `${name}: ${line.replace(/^Unknown option '(.*)'$/, "no option is called $1")}; npm run ${name} -- --help lists them\n`,
    );
    process.exit(2);
  }
}
