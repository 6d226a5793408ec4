import type { Command, CommandOption } from "./command.ts";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

/** A script by which the shell completes commands, options and file names; made from the table of commands. */
export function completionsText(shell: Shell, commands: readonly Command[]): string {
  return writers[shell](commands);
}

const writers: Readonly<Record<Shell, (commands: readonly Command[]) => string>> = { bash, zsh, fish };

const help: CommandOption = { name: "help", about: "print help" };
const optionsOf = ({ options }: Command): readonly CommandOption[] => [...options, help];

/** Commands first; after a dash the options of the command; file names otherwise. */
function bash(commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  const cases = commands.map((command) => {
    const options = optionsOf(command).map(({ name }) => `--${name}`);
    return `    ${command.name}) words="${options.join(" ")}" ;;`;
  });
  return `# bash completion of clew: clew completions bash > ~/.local/share/bash-completion/completions/clew
_clew() {
  local words="" current="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names} help --help --version" -- "$current"))
    return
  fi
  case "$current" in -*) ;; *) return ;; esac
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _clew clew
`;
}

function zsh(commands: readonly Command[]): string {
  const described = commands.map(({ name, summary }) => `    ${single(`${name}:${summary}`)}`);
  const cases = commands.map((command) => {
    const specs = optionsOf(command).map((option) => `        ${single(zshSpec(option))}`);
    return `    ${command.name})\n      _arguments \\\n${[...specs, "        '*:file:_files'"].join(" \\\n")}\n      ;;`;
  });
  return `#compdef clew
# zsh completion of clew: clew completions zsh > a folder of $fpath, as _clew
_clew() {
  local -a commands
  commands=(
${described.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = "_clew" ]; then _clew "$@"; else compdef _clew clew; fi
`;
}

function zshSpec({ name, value, about, takes }: CommandOption): string {
  const escaped = about.replaceAll(/[[\]:\\]/g, "\\$&");
  const follows = value === undefined ? "" : `:${value.replaceAll(/[:\\]/g, "\\$&")}:_files`;
  return `${takes === "many" || takes === "list" ? "*" : ""}--${name}[${escaped}]${follows}`;
}

function fish(commands: readonly Command[]): string {
  const lines = commands.flatMap((command) => [
    `complete -c clew -n __fish_use_subcommand -f -a ${command.name} -d ${fishText(command.summary)}`,
    ...optionsOf(command).map(
      ({ name, value, about }) =>
        `complete -c clew -n '__fish_seen_subcommand_from ${command.name}' -l ${name}${value === undefined ? "" : " -r"} -d ${fishText(about)}`,
    ),
  ]);
  return `# fish completion of clew: clew completions fish > ~/.config/fish/completions/clew.fish\n${lines.join("\n")}\n`;
}

/** In quotes, as sh and zsh read them. */
function single(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function fishText(text: string): string {
  return `'${text.replaceAll(/['\\]/g, "\\$&")}'`;
}
