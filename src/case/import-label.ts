/** Label of the entry that an import of these files makes. */
export function importLabel(files: readonly string[]): string {
  return `import ${files.join(", ")}`.slice(0, 200).toWellFormed();
}
