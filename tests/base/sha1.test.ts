import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sha1 } from "../../src/base/sha1.ts";

test("every length up to two blocks hashes as the machine's own SHA-1 does", () => {
  for (let length = 0; length < 140; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7 + length) % 256);
    expect(Buffer.from(sha1(bytes)).toString("hex")).toBe(createHash("sha1").update(bytes).digest("hex"));
  }
});
