import type { Credibility } from "../../claims/claim.ts";
import type { Reliability } from "../../claims/source.ts";
import type { XmlElement } from "../xml-elements.ts";

type Attributes = XmlElement["attributes"];
type Kind = "attribute" | "entity" | "link" | "strength";

/** What a chart declares before its items, by id: classes of attributes, types, strengths and the words of its three grades. */
export class AnxCatalogue {
  readonly #names: Record<Kind, Map<string, string>> = {
    attribute: new Map(),
    entity: new Map(),
    link: new Map(),
    strength: new Map(),
  };
  /** Types of the classes of attributes, by name. */
  readonly #types = new Map<string, string>();
  /** Words by grade, in order, and by id. */
  readonly #grades = new Map<string, { readonly words: string[]; readonly byId: Map<string, string> }>();
  #grade = "";

  open({ name, attributes }: XmlElement): void {
    const kind = kinds.get(name);
    if (kind !== undefined) this.#declare(kind, attributes);
    else if (gradeNames.has(name)) this.#grade = name;
    else if (name === "String" && this.#grade !== "") this.#addGrade(attributes);
  }

  close(name: string): void {
    if (gradeNames.has(name)) this.#grade = "";
  }

  /** The name that stands there, or that of what is referred to; "" for none. */
  name(kind: Kind, name: string | undefined, reference: string | undefined): string {
    return name || this.#names[kind].get(reference ?? "") || "";
  }

  valueOf(name: string, value: string): string | number | boolean {
    const type = this.#types.get(name) ?? "AttText";
    if (type === "AttFlag") return value.toLowerCase() !== "false";
    return type === "AttNumber" && value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value;
  }

  /** The words of a grade that an item or card has, or its number where the chart has no words for it; "" for none, which is what 0 and "-" stand for. */
  grade(grade: "One" | "Two" | "Three", attributes: Attributes): string {
    const of = this.#grades.get(`Grade${grade}`);
    const [index, reference] = [attributes.get(`Grade${grade}Index`), attributes.get(`Grade${grade}Reference`)];
    const words =
      (reference && of?.byId.get(reference)) ?? of?.words[Number(index ?? Number.NaN)] ?? (index === "0" ? "" : index);
    return words === undefined || words === "-" ? "" : words;
  }

  #declare(kind: Kind, attributes: Attributes): void {
    const name = attributes.get("Name") ?? "";
    this.#names[kind].set(attributes.get("Id") ?? name, name);
    if (kind === "attribute") this.#types.set(name, attributes.get("Type") ?? "AttText");
  }

  #addGrade(attributes: Attributes): void {
    const text = attributes.get("Text") ?? "";
    const grade = this.#grades.get(this.#grade) ?? { words: [], byId: new Map<string, string>() };
    grade.words.push(text);
    grade.byId.set(attributes.get("Id") ?? "", text);
    this.#grades.set(this.#grade, grade);
  }
}

const kinds: ReadonlyMap<string, Kind> = new Map([
  ["AttributeClass", "attribute"],
  ["EntityType", "entity"],
  ["LinkType", "link"],
  ["Strength", "strength"],
]);
const gradeNames: ReadonlySet<string> = new Set(["GradeOne", "GradeTwo", "GradeThree"]);

/** A letter of the Admiralty code at the beginning of the words of a grade: "B - Usually reliable". */
export function reliabilityIn(grade: string): Reliability | null {
  const letter = /^\s*([A-F])(?![\p{L}\p{N}])/u.exec(grade)?.[1];
  return letter === undefined ? null : (letter as Reliability);
}

/** Its number: "2 - Probably true". */
export function credibilityIn(grade: string): Credibility | null {
  const digit = /^\s*([1-6])(?![\p{L}\p{N}.,])/u.exec(grade)?.[1];
  return digit === undefined ? null : (Number(digit) as Credibility);
}
