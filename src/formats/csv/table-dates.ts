import { foldText } from "../../base/fold-text.ts";
import { parsePartialDate } from "../../base/partial-date.ts";
import { parsePartialInterval } from "../../base/partial-interval.ts";
import type { DateOrder } from "./table-mapping.ts";

/**
 * A date or a stretch of time as EDTF, from what people write in tables: ISO with or without a time, `31.12.2019`, `12/31/2019`,
 * `2019/12/31`, `Dec 2019`, `3 March 2019`, `March 3, 2019`, `12/2019`, `c. 2014`, and EDTF itself. `order` is that of dates in
 * numbers alone whose year does not come first; where a table has none, such a date is read if one order alone makes it one. Null for all else: years of two digits too, since nobody says of which century.
 */
export function readTableDate(written: string, order: DateOrder): string | null {
  const text = written.trim();
  if (text.length === 0 || text.length > 60) return null;
  const about = /^(?:c\.?|ca\.?|circa|about|approx\.?|um|vers|около)\s+(.+)$/iu.exec(text);
  if (about !== null) {
    const day = readTableDate(about[1]!, order);
    return day === null || /[~?%/]/.test(day) ? null : sound(`${day}~`);
  }
  if (!/^\d/.test(text)) return namedMonth(text) ?? edtf(text);
  return isoDay(text) ?? numbers(text, order) ?? namedMonth(text) ?? edtf(text);
}

/** In which order the numbers of a date can stand; none for a text that is no such date. */
export function ordersOf(text: string): readonly DateOrder[] {
  if (!threeNumbers.test(text.trim())) return [];
  return (["day-first", "month-first"] as const).filter((order) => numbers(text.trim(), order) !== null);
}

const isoTime = /^(\d{4}-\d\d-\d\d)(?:[T ]\d\d?:\d\d.*)?$/;
const yearFirst = /^(\d{4})([./])(\d{1,2})(?:\2(\d{1,2}))?(?:[T ]\d\d?:\d\d.*)?$/;
const threeNumbers = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})\.?(?:[T ,]+\d\d?:\d\d.*)?$/;
const monthAndYear = /^(\d{1,2})[./-](\d{4})$/;

function isoDay(text: string): string | null {
  const day = isoTime.exec(text)?.[1];
  return day === undefined ? null : sound(day);
}

function numbers(text: string, order: DateOrder): string | null {
  const year = yearFirst.exec(text);
  if (year !== null) return day(year[1]!, year[3]!, year[4]);
  const month = monthAndYear.exec(text);
  if (month !== null) return day(month[2]!, month[1]!, undefined);
  const three = threeNumbers.exec(text);
  if (three === null) return null;
  const [, first = "", , second = "", last = ""] = three;
  const [monthFirst, dayFirst] = [day(last, first, second), day(last, second, first)];
  if (order === "year-first")
    return monthFirst === null || dayFirst === null || first === second ? (dayFirst ?? monthFirst) : null;
  return order === "month-first" ? monthFirst : dayFirst;
}

function day(year: string, month: string, inMonth: string | undefined): string | null {
  const rest = inMonth === undefined ? "" : `-${inMonth.padStart(2, "0")}`;
  return sound(`${year}-${month.padStart(2, "0")}${rest}`);
}

/** Three letters and more of the months, folded; English, German, French, Spanish, Portuguese, Italian, Dutch, Russian. */
const months: readonly (readonly string[])[] = [
  ["january", "januar", "janvier", "enero", "janeiro", "gennaio", "januari", "январь", "января"],
  ["february", "februar", "fevrier", "febrero", "fevereiro", "febbraio", "februari", "февраль", "февраля"],
  ["march", "marz", "maerz", "mars", "marzo", "marco", "maart", "mrt", "март", "марта"],
  ["april", "avril", "abril", "aprile", "апрель", "апреля"],
  ["may", "mai", "mayo", "maio", "maggio", "mei", "май", "мая"],
  ["june", "juni", "juin", "junio", "junho", "giugno", "июнь", "июня"],
  ["july", "juli", "juillet", "julio", "julho", "luglio", "июль", "июля"],
  ["august", "aout", "agosto", "augustus", "август", "августа"],
  ["september", "septembre", "septiembre", "setembro", "settembre", "сентябрь", "сентября"],
  ["october", "oktober", "octobre", "octubre", "outubro", "ottobre", "октябрь", "октября"],
  ["november", "novembre", "noviembre", "novembro", "ноябрь", "ноября"],
  ["december", "dezember", "decembre", "diciembre", "dezembro", "dicembre", "december", "декабрь", "декабря"],
].map((names) => names.map(foldText));

/** From 1; 0 for a word that is no month, or the beginning of two (`ju`). */
function monthOf(word: string): number {
  const folded = foldText(word.replace(/\.$/, ""));
  if (folded.length < 3) return 0;
  const found = months.flatMap((names, at) => (names.some((name) => name.startsWith(folded)) ? [at + 1] : []));
  return found.length === 1 ? found[0]! : 0;
}

/** Words and numbers of a date with the month in letters: the month is the word, the year has four digits. */
function namedMonth(text: string): string | null {
  const parts = text.split(/[\s,/.-]+|(?<=\d)\.\s*/u).filter((part) => part !== "" && !/^(de|of|the|del|г)$/iu.test(part));
  if (parts.length < 2 || parts.length > 3) return null;
  const words = parts.filter((part) => !/^\d/.test(part));
  const month = words.length === 1 ? monthOf(words[0]!) : 0;
  const years = parts.filter((part) => /^\d{4}$/.test(part));
  const days = parts.filter((part) => /^\d{1,2}(st|nd|rd|th|er|º)?$/.test(part));
  if (month === 0 || years.length !== 1 || days.length !== parts.length - 2) return null;
  return day(years[0]!, String(month), days[0]?.replace(/\D+$/, ""));
}

/** What is EDTF already, but for a number that is more likely an amount than a year of it. */
function edtf(text: string): string | null {
  return !/^[-~?%.\dXYES/[\]{},]{4,}$/.test(text) || /^\d{1,3}$|^\d{5,}/.test(text) || parsePartialInterval(text) === undefined
    ? null
    : text;
}

function sound(text: string): string | null {
  return parsePartialDate(text) === undefined ? null : text;
}
