import { months } from "./months.ts";
import { parsePartialInterval } from "./partial-interval.ts";

/**
 * A partial date or interval for screens: "24 March 2024", "March 2024", "about 2014", "since 2019",
 * "2014 to 2016". A notation that has no short wording in English, and a text that is no date, comes
 * back as it is.
 */
export function formatPartialDate(text: string): string {
  if (parsePartialInterval(text) === undefined) return text;
  const [start = "", end] = text.split("/");
  if (end === undefined) return inWords(start);
  if (start === "..") return end === ".." ? text : `until ${inWords(end)}`;
  if (end === "..") return `since ${inWords(start)}`;
  if (start === "") return `until ${inWords(end)}, start unknown`;
  if (end === "") return `from ${inWords(start)}, end unknown`;
  return `${inWords(start)} to ${inWords(end)}`;
}

function inWords(text: string): string {
  const mark = /^[~?%]|[~?%]$/.exec(text)?.[0];
  const date = plainWords(mark === undefined ? text : text.replace(mark, ""));
  if (date === undefined) return text;
  if (mark === undefined) return date;
  return { "~": `about ${date}`, "?": `perhaps ${date}`, "%": `perhaps about ${date}` }[mark] ?? text;
}

function plainWords(text: string): string | undefined {
  const decade = /^(\d{3})X$/.exec(text);
  if (decade !== null) return `${decade[1]}0s`;
  const [, year, month, day] = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return yearWords(year);
  const name = months[Number(month) - 1] ?? seasons[Number(month) - 21];
  if (name === undefined) return undefined;
  return `${day === undefined ? "" : `${Number(day)} `}${name} ${yearWords(year)}`;
}

/** Astronomical years: 0000 is 1 BC. */
function yearWords(year: string): string {
  const number = Number(year);
  return number > 0 ? String(number) : `${1 - number} BC`;
}

const seasons = ["spring", "summer", "autumn", "winter"];
