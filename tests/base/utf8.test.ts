import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeUtf8, encodeUtf8 } from "../../src/base/utf8.ts";

test("a text becomes the bytes that the platform gives it, and comes back (seed 3)", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      const bytes = encodeUtf8(text);
      expect(Buffer.from(bytes)).toEqual(Buffer.from(text, "utf8"));
      expect(decodeUtf8(bytes, 0, bytes.length)).toBe(text);
    }),
    { seed: 3, numRuns: 500 },
  );
});

test("a lone surrogate becomes U+FFFD", () => {
  for (const text of ["a\ud800", "\udc00b", "\udc00\ud800"])
    expect(Buffer.from(encodeUtf8(text))).toEqual(Buffer.from(text, "utf8"));
});

test("a text of many pieces is whole", () => {
  const text = "abc é \u{1f600} ".repeat(5000);
  const bytes = encodeUtf8(text);
  expect(decodeUtf8(bytes, 0, bytes.length)).toBe(text);
});

test("bytes that are no UTF-8 become some text, without a throw (seed 4)", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 30 }), (bytes) => {
      expect(typeof decodeUtf8(bytes, 0, bytes.length)).toBe("string");
    }),
    { seed: 4, numRuns: 500 },
  );
});
