import type { GraphAttribute, GraphNode } from "../graph-records.ts";
import { spellText } from "../spell-text.ts";
import type { XmlElement } from "../xml-elements.ts";
import { type AnxCatalogue, credibilityIn, reliabilityIn } from "./catalogue.ts";

type Attributes = XmlElement["attributes"];

/** A source that an item or a card of it names, and what is said there. */
export interface AnxSource {
  /** "" where a card names none. */
  readonly reference: string;
  readonly kind: string;
  readonly gradeOne: string;
  readonly gradeTwo: string;
  readonly gradeThree: string;
  /** Partial date; null for none. */
  readonly said: string | null;
  /** Summary and text of a card. */
  readonly words: string;
}

/** What stands on a chart: an entity, a link, or something that is only drawn. It is filled as its elements come. */
export class AnxItem {
  readonly line: number;
  readonly own: Attributes;
  readonly values: GraphAttribute[] = [];
  readonly sources: AnxSource[] = [];
  entity: Attributes | null = null;
  link: Attributes | null = null;
  type = "";
  arrow = "";
  strength = "";
  position: GraphNode["position"] = null;

  constructor({ attributes, line }: XmlElement, catalogue: AnxCatalogue) {
    this.own = attributes;
    this.line = line;
    if ((attributes.get("SourceReference") ?? "") !== "") this.sources.push(sourceIn(attributes, catalogue));
  }

  /** Takes what stands within it; false for what only draws. */
  take({ name, attributes }: XmlElement, catalogue: AnxCatalogue): boolean {
    if (name === "Entity") this.entity = attributes;
    else if (name === "Link") this.link = attributes;
    else if (name === "End") this.#place(attributes);
    else if (name === "Card") this.sources.push(sourceIn(attributes, catalogue));
    else if (name === "Attribute") this.#value(attributes, catalogue);
    else if (name === "LinkStyle") this.#linkStyle(attributes, catalogue);
    else if (name.endsWith("Style") && (attributes.has("Type") || attributes.has("EntityTypeReference")))
      this.type ||= catalogue.name("entity", attributes.get("Type"), attributes.get("EntityTypeReference"));
    else return !drawn.has(name);
    return true;
  }

  /** The day of the item; null where it has none, or says that it is not set. */
  get day(): string | null {
    return dayIn(this.own);
  }

  /** What the item says of itself beside its label: values, the time of day, grades of a source that is not named. */
  attributes(catalogue: AnxCatalogue): GraphAttribute[] {
    const said = (key: string, value: string | undefined): GraphAttribute[] =>
      value === undefined || value === "" ? [] : [{ key, value, during: null }];
    const time = this.day !== null && this.own.get("TimeSet") === "true" ? this.own.get("DateTime") : "";
    const isNamed = (this.own.get("SourceReference") ?? "") !== "";
    const grades = (["One", "Two", "Three"] as const).flatMap((grade) =>
      isNamed ? [] : said(`grade ${grade.toLowerCase()}`, catalogue.grade(grade, this.own)),
    );
    return [
      ...this.values,
      ...said("time", time),
      ...said("date description", this.own.get("DateTimeDescription")),
      ...(isNamed ? [] : said("source type", this.own.get("SourceType"))),
      ...grades,
    ];
  }

  /** The middle of an entity, whose y grows downward. */
  #place(attributes: Attributes): void {
    const number = (name: string) => Number(attributes.get(name) ?? Number.NaN);
    if (Number.isFinite(number("X")) && Number.isFinite(number("Y"))) this.position = { x: number("X"), y: 0 - number("Y") };
  }

  #value(attributes: Attributes, catalogue: AnxCatalogue): void {
    const key = catalogue.name("attribute", attributes.get("AttributeClass"), attributes.get("AttributeClassReference"));
    const value = attributes.get("Value") ?? "";
    const name = key || attributes.get("AttributeClassReference") || "";
    if (name !== "") this.values.push({ key: name, value: catalogue.valueOf(name, value), during: null });
  }

  #linkStyle(attributes: Attributes, catalogue: AnxCatalogue): void {
    this.type = catalogue.name("link", attributes.get("Type"), attributes.get("LinkTypeReference"));
    this.arrow = attributes.get("ArrowStyle") ?? "";
    this.strength = catalogue.name("strength", attributes.get("Strength"), attributes.get("StrengthReference"));
  }
}

const drawn: ReadonlySet<string> = new Set(["CIStyle", "Font", "FrameStyle", "IconPicture", "SubItemCollection", "Background"]);

function sourceIn(attributes: Attributes, catalogue: AnxCatalogue): AnxSource {
  const words = [attributes.get("Summary") ?? "", attributes.get("Text") ?? ""].filter((part) => part !== "");
  return {
    reference: attributes.get("SourceReference") ?? "",
    kind: attributes.get("SourceType") ?? "",
    gradeOne: catalogue.grade("One", attributes),
    gradeTwo: catalogue.grade("Two", attributes),
    gradeThree: catalogue.grade("Three", attributes),
    said: words.length === 0 ? null : dayIn(attributes),
    words: words.join(": "),
  };
}

/** Grades that are no letter or number of the Admiralty code, as attributes of the claim. */
export function otherGrades({ gradeOne, gradeTwo, gradeThree, kind }: AnxSource): [key: string, value: string][] {
  const all: [string, string][] = [
    ["source type", kind],
    ["grade one", reliabilityIn(gradeOne) === null ? gradeOne : ""],
    ["grade two", credibilityIn(gradeTwo) === null ? gradeTwo : ""],
    ["grade three", gradeThree],
  ];
  return all.filter(([, value]) => value !== "");
}

function dayIn(attributes: Attributes): string | null {
  const at = attributes.get("DateTime") ?? "";
  return at === "" || attributes.get("DateSet") === "false" ? null : spellText(at, at);
}
