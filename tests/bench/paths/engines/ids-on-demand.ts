/** `count` ids, as "e0000000", "e0000001" …, in order as texts as well. */
export function idOf(prefix: string, index: number): string {
  return `${prefix}${String(index).padStart(8, "0")}`;
}

/** A list of ids that makes each when it is asked for: millions of them would only be there to be measured. */
export function idsOnDemand(prefix: string, count: number): readonly string[] {
  return new Proxy<readonly string[]>([], {
    get: (list, key) => {
      if (key === "length") return count;
      return typeof key === "string" && /^\d+$/.test(key) ? idOf(prefix, Number(key)) : Reflect.get(list, key);
    },
  });
}
