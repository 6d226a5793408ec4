import { randomUUID } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { HTTPException } from "hono/http-exception";
import { BadInput } from "../base/problem.ts";

/** What came in, without its name: bytes in memory, or the path of a file that is gone with the request. */
export type Upload = { readonly bytes: Uint8Array } | { readonly path: string };

interface UploadLimits {
  /** Of one file, in bytes. */
  readonly most: number;
  /** Up to here it stays in memory. */
  readonly held: number;
}

/**
 * Files on their way in. A large one lies beside the case, as `.NAME.clew.ID.upload`, for its user alone and no longer than its
 * request takes. What a server leaves that was killed, the next one takes away.
 */
export class Uploads {
  readonly #folder: string;
  readonly #prefix: string;
  readonly #limits: UploadLimits;
  /** Paths of those that are coming in. */
  readonly #own = new Set<string>();

  constructor(casePath: string, limits: UploadLimits) {
    const path = resolve(casePath);
    this.#folder = dirname(path);
    this.#prefix = `.${basename(path)}.`;
    this.#limits = limits;
  }

  /** Takes away what others left. For the one who has the case's lock: nobody else receives files for it. */
  clear(): void {
    for (const name of readdirSync(this.#folder)) {
      const path = join(this.#folder, name);
      const isUpload = name.startsWith(this.#prefix) && name.endsWith(".upload");
      if (isUpload && !this.#own.has(path)) rmSync(path, { force: true });
    }
  }

  /** Takes in a body and lets it be used. Throws 413 when it is too large, BadInput `storage` when it cannot be put down. */
  async during<T>(request: Request, use: (upload: Upload) => Promise<T>): Promise<T> {
    const tooMuch = new HTTPException(413, { message: `body: wanted at most ${this.#limits.most} bytes, got more` });
    if (Number(request.headers.get("content-length") ?? 0) > this.#limits.most) throw tooMuch;
    const path = join(this.#folder, `${this.#prefix}${randomUUID()}.upload`);
    const held: Uint8Array[] = [];
    let file: FileHandle | null = null;
    let size = 0;
    this.#own.add(path);
    try {
      for await (const piece of request.body ?? []) {
        size += piece.length;
        if (size > this.#limits.most) throw tooMuch;
        held.push(piece);
        if (size <= this.#limits.held) continue;
        file ??= await putDown(open(path, "wx", 0o600));
        for (const each of held.splice(0)) await putDown(file.appendFile(each));
      }
      await file?.close();
      return await use(file === null ? { bytes: Buffer.concat(held) } : { path });
    } finally {
      await file?.close().catch(() => {});
      if (file !== null) rmSync(path, { force: true });
      this.#own.delete(path);
    }
  }
}

async function putDown<T>(written: Promise<T>): Promise<T> {
  try {
    return await written;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === "ENOSPC" ? "the disk is full" : `it cannot be put down beside the case (${code ?? String(cause)})`;
    throw new BadInput(`file: ${why}`, { kind: "storage", cause });
  }
}
