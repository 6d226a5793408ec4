import { expect, test } from "vitest";
import { webAddress } from "../../../src/ui/state/web-address.ts";

test.each(["https://example.org/a?b=c#d", "http://example.org/", "mailto:desk@example.org"])("%s can be followed", (address) => {
  expect(webAddress(address)).toBe(address);
});

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " data:text/html,x",
  "file:///etc/passwd",
  "blob:https://a/b",
  "example.org",
  "",
])("%s cannot", (address) => {
  expect(webAddress(address)).toBeNull();
});
