/** What a value of a type of FollowTheMoney looks like; types that are not here take any text. */
const patterns = new Map([
  ["date", /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?)?)?$/],
  ["number", /^-?\d+(\.\d+)?$/],
  ["country", /^[a-z]{2}$/],
  ["language", /^[a-z]{2,3}$/],
  ["url", /^https?:\/\/\S+$/],
  ["email", /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ["phone", /^\+\d{6,15}$/],
  ["gender", /^(male|female|other)$/],
  ["topic", /^[a-z]+(\.[a-z]+)*$/],
  ["iban", /^[A-Z]{2}\d{2}[A-Z\d]{10,30}$/],
  ["ip", /^\d{1,3}(\.\d{1,3}){3}$/],
  ["mimetype", /^[a-z]+\/[-+.\w]+$/],
  ["entity", /^$/],
]);

/** Whether FollowTheMoney takes the value as it is for a property of that type; undefined is the type of a property that is not there. */
export function fits(value: string, type: string | undefined): boolean {
  return type !== undefined && value !== "" && (patterns.get(type)?.test(value) ?? true);
}
