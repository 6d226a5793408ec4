import type { ExportContent } from "../../../src/formats/format.ts";
import { hostileContent, hostileNames } from "../../formats/hostile-content.ts";

const marks = "\"'`\\<>&;,|{}[]()=+-@#$%/*:!?~^_.\n\r\t\u0000\u0008\u001B\u0085\u2028\uFEFF\uFFFE ";
const pieces = [
  ...[
    "</data>",
    "<![CDATA[",
    "<?xml ?>",
    "<!DOCTYPE x>",
    "javascript:alert(1)",
    "'); DROP TABLE x; --",
    "\\u0027",
    "\\u0022",
    "\\N",
    "%s",
  ],
  ...[
    "=HYPERLINK(1)",
    "+1",
    "@a",
    "\t=1",
    "`) DETACH DELETE n //",
    "> <a> <b>",
    "}]}",
    '" -> "',
    "label=<b>",
    "*/",
    "-->",
    "\\\\",
  ],
];

/** A case of two to eight names that nobody would choose: marks of every format, scripts, letters from anywhere. `random` decides. */
export function fuzzedContent(random: () => number): ExportContent {
  const upTo = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(from: ArrayLike<T>): T => from[upTo(from.length)]!;
  const part = (): string => {
    const kind = upTo(5);
    if (kind === 0) return pick(marks);
    if (kind === 1) return pick(pieces);
    if (kind === 2) return pick(hostileNames.filter((name) => name.length < 100));
    return kind === 3 ? String.fromCodePoint(1 + upTo(0xd7fe)) : String.fromCodePoint(0xe000 + upTo(0x101fff));
  };
  const name = () => Array.from({ length: 1 + upTo(6) }, part).join("");
  return hostileContent([...new Set(Array.from({ length: 2 + upTo(7) }, name))]);
}
