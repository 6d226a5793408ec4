import { createHash, timingSafeEqual } from "node:crypto";

/** Whether two secrets are equal, in a time that does not depend on where they differ or how long they are. */
export function sameSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}
