import { claimId, sourceId } from "../../base/ids.ts";
import type { Claim, Stance } from "../../claims/claim.ts";
import type { Source } from "../../claims/source.ts";
import { edgeWords } from "../edge-words.ts";
import type { ReadContext, ReadRecord } from "../format.ts";
import { GraphOddities } from "../graph-oddities.ts";
import { type GraphEdge, GraphRecords, plainEdge, plainNode, sourceAt } from "../graph-records.ts";
import type { XmlElement } from "../xml-elements.ts";
import type { XmlGraph } from "../xml-graph-reading.ts";
import { AnxCatalogue, credibilityIn, reliabilityIn } from "./catalogue.ts";
import { AnxItem, type AnxSource, otherGrades } from "./item.ts";

/** The elements of one chart, whose items become records as they close. Ids of its items are held, and what it declares. */
export class AnxChart implements XmlGraph {
  hasGraph = false;
  readonly #context: ReadContext;
  readonly #take: (record: ReadRecord) => void;
  readonly #records: GraphRecords;
  readonly #oddities: GraphOddities;
  readonly #catalogue = new AnxCatalogue();
  readonly #entities = new Set<string>();
  /** Entities by the id of their item, and by their identity. */
  readonly #items = new Map<string, string>();
  readonly #identities = new Map<string, string>();
  readonly #sources = new Set<string>();
  #item: AnxItem | null = null;
  #onlyDrawn = 0;

  constructor(context: ReadContext, take: (record: ReadRecord) => void) {
    this.#context = context;
    this.#take = take;
    this.#records = new GraphRecords(context);
    this.#oddities = new GraphOddities(context.file);
  }

  open(element: XmlElement): void {
    if (element.name === "Chart") this.hasGraph = true;
    else if (element.name === "ChartItem") this.#item = new AnxItem(element, this.#catalogue);
    else if (this.#item === null) this.#catalogue.open(element);
    else if (!this.#item.take(element, this.#catalogue)) this.#oddities.look(element.line);
  }

  close(name: string): void {
    this.#catalogue.close(name);
    if (name !== "ChartItem" || this.#item === null) return;
    const item = this.#item;
    this.#item = null;
    if (item.link !== null) for (const record of this.#link(item, item.link)) this.#take(record);
    else if (item.entity !== null) for (const record of this.#entity(item, item.entity)) this.#take(record);
    else if (this.#onlyDrawn++ === 0) this.#take(this.#leftOut(item));
  }

  end(): void {
    for (const record of this.#records.end()) this.#take(record);
    for (const record of this.#oddities.problems("attributes")) this.#take(record);
  }

  #leftOut({ line }: AnxItem): ReadRecord {
    const message = "wanted entities and links, got an item that is only drawn; such items are left out";
    const problem = { file: this.#context.file, where: `line ${line}`, kind: "left-out", message };
    return { kind: "problem", problem, outcome: "dropped" };
  }

  *#entity(item: AnxItem, entity: XmlElement["attributes"]): Generator<ReadRecord> {
    const id = this.#idOf(item, entity);
    const identity = entity.get("Identity") ?? "";
    const label = item.own.get("Label") || identity;
    const description = item.own.get("Description") ?? "";
    const isLine = !/[\r\n]/.test(description);
    const attributes = [
      ...item.attributes(this.#catalogue),
      ...(identity === "" || identity === id || identity === label ? [] : [{ key: "identity", value: identity, during: null }]),
      ...(item.day === null ? [] : [{ key: "date", value: item.day, during: null }]),
      ...(isLine ? [] : [{ key: "description", value: description, during: null }]),
      ...item.sources.flatMap(({ words }) => (words === "" ? [] : { key: "record", value: words, during: null })),
    ];
    const records = this.#records.node({
      ...plainNode,
      id,
      label,
      type: typeOf(item.type),
      description: isLine ? description : "",
      attributes,
      position: item.position,
      place: placeOf(item),
    });
    for (const record of records)
      if (record.kind === "claim" && record.claim.kind === "attribute")
        yield* this.#sourced(record.claim, sourcesFor(item, record.claim));
      else yield record;
  }

  #idOf(item: AnxItem, entity: XmlElement["attributes"]): string {
    const [identity, itemId] = [entity.get("Identity") ?? "", item.own.get("Id") ?? ""];
    const id = entity.get("EntityId") || identity || itemId;
    this.#entities.add(id);
    if (identity !== "") this.#identities.set(identity, id);
    if (itemId !== "") this.#items.set(itemId, id);
    return id;
  }

  *#link(item: AnxItem, link: XmlElement["attributes"]): Generator<ReadRecord> {
    const ends = [this.#endOf(link, "End1"), this.#endOf(link, "End2")] as const;
    const isTurned = item.arrow === "ArrowOnTail";
    const named = plainType.test(item.type) ? "" : item.type;
    const words = edgeWords(named, item.own.get("Label") ?? "", item.attributes(this.#catalogue));
    const described = item.own.get("Description") ?? "";
    const { strength } = item;
    const records = this.#records.edge({
      ...plainEdge,
      ...words,
      id: item.own.get("Id") || null,
      from: ends[isTurned ? 1 : 0],
      to: ends[isTurned ? 0 : 1],
      direction: directionOf(item.arrow),
      stances: stancesOf(strength),
      attributes: [
        ...words.attributes,
        ...(described === "" ? [] : [{ key: "description", value: described, during: null }]),
        ...(strength === "" || /^confirmed$/i.test(strength) ? [] : [{ key: "strength", value: strength, during: null }]),
      ],
      spells: item.day === null ? [] : [item.day],
      place: placeOf(item),
    });
    for (const record of records)
      if (record.kind === "claim") yield* this.#sourced(record.claim, item.sources);
      else yield record;
  }

  /** Ends are ids of entities, their identities, or the items that they are. */
  #endOf(link: XmlElement["attributes"], end: "End1" | "End2"): string {
    const [id, reference] = [link.get(`${end}Id`) ?? "", link.get(`${end}Reference`) ?? ""];
    if (id === "") return this.#items.get(reference) ?? reference;
    return this.#entities.has(id) ? id : (this.#identities.get(id) ?? this.#items.get(id) ?? id);
  }

  /** A claim of each source that is named; of the file where there is none. */
  *#sourced(claim: Claim, sources: readonly AnxSource[]): Generator<ReadRecord> {
    if (sources.length === 0) yield { kind: "claim", claim };
    for (const [at, named] of sources.entries()) {
      const source = yield* this.#sourceOf(named);
      const shared = {
        id: at === 0 ? claim.id : claimId(`${claim.id}~s${at + 1}`),
        source: source.id,
        citation: source.id === claim.source ? claim.citation : null,
        said: named.said,
        credibility: credibilityIn(named.gradeTwo),
      };
      if (claim.kind === "attribute") yield { kind: "claim", claim: { ...claim, ...shared } };
      else yield { kind: "claim", claim: { ...claim, ...shared, attributes: [...claim.attributes, ...cardOf(named)] } };
    }
  }

  *#sourceOf(named: AnxSource): Generator<ReadRecord, Source> {
    const { reference } = named;
    if (reference === "") return this.#context.source;
    const isAddress = /^https?:\/\//i.test(reference);
    const at = sourceAt(isAddress ? reference : `${this.#context.source.id}#${reference}`, this.#context);
    const titled = isAddress ? at : { ...at, id: sourceId(at.id), title: reference, url: null, retrieved: null };
    const source = { ...titled, reliability: reliabilityIn(named.gradeOne) };
    if (!this.#sources.has(source.id)) yield { kind: "source", source };
    this.#sources.add(source.id);
    return source;
  }
}

/** i2 writes it with s. */
function typeOf(type: string): string {
  return /^organisation$/i.test(type) ? "organization" : type;
}

/** Link types that say nothing. */
const plainType = /^(link|default|)$/i;

function placeOf({ line }: AnxItem) {
  return { where: `line ${line}`, row: line };
}

function directionOf(arrow: string): GraphEdge["direction"] {
  return arrow === "ArrowOnHead" || arrow === "ArrowOnTail" ? "directed" : "undirected";
}

/** A link that is drawn as unconfirmed or tentative is only alleged. */
function stancesOf(strength: string): readonly Stance[] {
  return /^(unconfirmed|tentative)$/i.test(strength) ? ["alleges"] : ["asserts"];
}

/** The words of a card are said in its source alone; everything else by each source that the item has. */
function sourcesFor({ sources }: AnxItem, { property, value }: Extract<Claim, { kind: "attribute" }>): readonly AnxSource[] {
  return property === "record" ? sources.filter(({ words }) => words === value) : sources.filter(({ words }) => words === "");
}

/** What a card says of a link, and grades in words of their own. */
function cardOf(named: AnxSource): [key: string, value: string][] {
  return [...(named.words === "" ? [] : [["record", named.words] as [string, string]]), ...otherGrades(named)];
}
