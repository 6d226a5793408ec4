import { cutText } from "../base/cut-text.ts";

/** What the machine says of a path, by its codes (errno(3)). */
const words: Readonly<Record<string, string>> = {
  EACCES: "this user may not use it",
  EEXIST: "it is there already",
  EISDIR: "it is a folder",
  ELOOP: "its links lead in a circle",
  ENAMETOOLONG: "its name is too long",
  ENOENT: "no such file or folder",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of it is no folder",
  EPERM: "this user may not use it",
  EROFS: "the disk can only be read",
};

/** The line for an error of the machine about a path, which is one that the call named; null for any other. */
export function pathProblem(error: unknown): string | null {
  const { code, path, syscall } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (code === undefined || path === undefined || syscall === undefined) return null;
  return `wanted a path that can be used, got ${JSON.stringify(cutText(path, 200))}: ${words[code] ?? code}`;
}
