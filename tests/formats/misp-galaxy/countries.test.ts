import { expect, test } from "vitest";
import { countryOf } from "../../../src/formats/misp-galaxy/countries.ts";

test.each([
  ["CN", "CN", "China"],
  ["cn", "CN", "China"],
  ["People's Republic of China", "CN", "China"],
  ["Iran (Islamic Republic of)", "IR", "Iran"],
  ["turkey", "TR", "Türkiye"],
  ["XK", "XK", "Kosovo"],
])("%s is %s", (text, code, name) => {
  expect(countryOf(text)).toEqual({ code, name });
});

test.each(["", "Europe", "Private sector", "__proto__", "Chinas", "ZZ"])("%j is no country", (text) => {
  expect(countryOf(text)).toBeNull();
});
