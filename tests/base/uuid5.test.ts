import { expect, test } from "vitest";
import { uuid5 } from "../../src/base/uuid5.ts";

const dns = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

test("RFC 9562, appendix A.4: the name in the namespace for DNS", () => {
  expect(uuid5(dns, "www.example.com")).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
});

test("names of any script have one, each another", () => {
  expect(new Set(["", "a", "b", "Ḥōl", "🧶", "__proto__"].map((name) => uuid5(dns, name))).size).toBe(6);
});
