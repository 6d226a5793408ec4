import { createHash, randomBytes } from "node:crypto";
import { sameSecret } from "./same-secret.ts";

export interface SessionOptions {
  /** What scripts send as `Authorization: Bearer`. */
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** How long a login code may wait. */
  readonly linkMs: number;
}

/** 256 random bits, as text that needs no escaping in addresses and headers. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * Who may come in. A login code works once and not for long; it is exchanged for a session, which lasts
 * as long as the server runs. Codes and sessions are kept as SHA-256, and looked up by it, so that neither can
 * be read out of memory dumps nor guessed by timing.
 */
export class Sessions {
  readonly #options: SessionOptions;
  /** Digest of a code to the time at which it ends. */
  readonly #codes = new Map<string, number>();
  readonly #sessions = new Set<string>();

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  mintCode(): string {
    const code = newSecret();
    this.#codes.set(digest(code), this.#options.clock() + this.#options.linkMs);
    return code;
  }

  /** A new session for a code that is good, or null. The code is used up either way. */
  redeem(code: string): string | null {
    const key = digest(code);
    const ends = this.#codes.get(key);
    this.#codes.delete(key);
    if (ends === undefined || this.#options.clock() >= ends) return null;
    const session = newSecret();
    this.#sessions.add(digest(session));
    return session;
  }

  /** The digest under which a session is known; null for one that is not. */
  sessionOf(session: string): string | null {
    const key = digest(session);
    return this.#sessions.has(key) ? key : null;
  }

  isToken(token: string): boolean {
    return sameSecret(token, this.#options.token);
  }
}

function digest(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("base64url");
}
