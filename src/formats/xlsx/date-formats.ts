/** Numbers of the formats for dates that every workbook has (ECMA-376, 18.8.30), those of East Asian locales among them. */
function isBuiltIn(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Whether a format of numbers shows a date or a time: a letter of one outside quotes, brackets and escapes. */
export function isDateFormat(id: number, code: string): boolean {
  if (code === "") return isBuiltIn(id);
  const [positive = ""] = code.replaceAll(/"[^"]*"|\\.|_.|\*./g, "").split(";");
  const bare = positive.replaceAll(/\[(?![hms]+\])[^\]]*\]/gi, "");
  return !/general/i.test(bare) && /[dmyhs]/i.test(bare);
}

const msPerDay = 86_400_000;

/**
 * Days since the end of 1899 (or since 1904) as a date, with the time of day where there is one; of less than a day the time alone. Null
 * outside the years up to 9999, and for 29 February 1900, which Excel has and no calendar: days before it are one later.
 */
export function dateOfSerial(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  const days = Math.floor(serial);
  const seconds = Math.round((serial - days) * 86_400);
  const time = new Date(seconds * 1000).toISOString().slice(11, 19);
  if (days === 0 && !from1904) return time;
  if (days === 60 && !from1904) return null;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const day = new Date(epoch + days * msPerDay + (seconds === 86_400 ? msPerDay : 0)).toISOString().slice(0, 10);
  return time === "00:00:00" ? day : `${day} ${time}`;
}
