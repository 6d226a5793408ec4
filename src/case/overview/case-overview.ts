import type { BuiltSnapshot } from "../../graph/build-snapshot.ts";
import type { CaseStore, Derived } from "../../store/case-store.ts";
import { mostToLookAt } from "../to-look-at.ts";
import { type CountedCase, countCase } from "./count-case.ts";
import { type FiguresApart, figuresApart } from "./figures-apart.ts";
import { type GroupedCase, groupCase } from "./group-case.ts";
import { type KeptOverview, overviewName, readOverview, writeOverview } from "./kept-overview.ts";
import { type AskedList, listEntities } from "./list-entities.ts";
import type { EntityList, OverviewView, PartView } from "./overview-views.ts";
import { viewOverview } from "./view-overview.ts";
import { type AskedPart, viewPart } from "./view-part.ts";

interface OverviewOptions {
  readonly store: CaseStore;
  /** The snapshot of the case as it is now. */
  readonly graph: () => BuiltSnapshot;
  /** The time now, ISO 8601, UTC. */
  readonly clock: () => string;
  readonly cancelled: () => boolean;
}

/** Up to so many claims, communities and figures are worked out when they are asked for, in well under a second; beyond, ahead. */
const mostAtOnce = 50_000;
/** Communities are worked out anew once the case has grown or shrunk by this share. */
const staleShare = 0.02;

/** A case as a whole, however large, and the parts of it that are drawn. Dear things come from what is kept with it. Each call sees one revision. */
export class CaseOverview {
  readonly #options: OverviewOptions;
  #counted: CountedCase | null = null;

  constructor(options: OverviewOptions) {
    this.#options = options;
  }

  /** As the case is now. */
  counted(): CountedCase {
    return this.#options.store.reading(() => this.#countedNow());
  }

  #countedNow(): CountedCase {
    const { store, graph } = this.#options;
    if (this.#counted !== null && this.#isCurrent(this.#counted.revision)) return this.#counted;
    const kept = this.#kept()?.counted;
    this.#counted = kept !== undefined && this.#isCurrent(kept.revision) ? kept : countCase(store, graph(), store.revision());
    return this.#counted;
  }

  /** Figures that differ; of a large case those that were found ahead, or none yet. */
  figures(): readonly FiguresApart[] {
    return this.#isLarge() ? (this.#kept()?.figures ?? []) : this.#figures();
  }

  view(): OverviewView {
    const { store } = this.#options;
    return store.reading(() => viewOverview(store, this.counted(), this.#grouped()));
  }

  /** As much of a large case as can be drawn. */
  part(asked: AskedPart): PartView {
    const { store, graph } = this.#options;
    return store.reading(() => viewPart(store, { graph: graph(), grouped: () => this.#grouped() }, asked));
  }

  /** A page of the entities, the most linked first. */
  entities(asked: AskedList = {}): EntityList {
    const { store, graph } = this.#options;
    return store.reading(() => listEntities(store, graph(), asked));
  }

  /** Works out what is kept of a large case; null where what is kept will do, and once it was cancelled. Takes seconds. */
  workOut(): Derived | null {
    return this.#options.store.reading(() => this.#workOut());
  }

  /** Keeps what was worked out, by this program or another. No entry of the history. */
  keep(workedOut: Derived): void {
    for (const _ of this.#options.store.keepDerived(overviewName, workedOut));
  }

  #workOut(): Derived | null {
    if (!this.#isLarge() || !this.#isStale()) return null;
    const counted = this.counted();
    const grouped = this.#group();
    if (grouped === null) return null;
    const bytes = writeOverview({ counted, grouped, figures: this.#figures() });
    return { revision: this.#options.store.revision(), bytes };
  }

  #figures(): FiguresApart[] {
    const { store } = this.#options;
    return figuresApart(store, store.attributes(), mostToLookAt);
  }

  #grouped(): GroupedCase | null {
    return this.#kept()?.grouped ?? (this.#isLarge() ? null : this.#group());
  }

  #group(): GroupedCase | null {
    const { store, graph, clock, cancelled } = this.#options;
    return groupCase(graph(), { revision: store.revision(), at: clock(), cancelled });
  }

  #kept(): KeptOverview | null {
    const derived = this.#options.store.derived(overviewName);
    return derived === null ? null : readOverview(derived.bytes);
  }

  #isLarge(): boolean {
    const { claims, attributes } = this.counted().stats;
    return claims + attributes > mostAtOnce;
  }

  #isStale(): boolean {
    const kept = this.#kept();
    if (kept === null) return true;
    const { entities, links } = this.counted().stats;
    const changed = Math.abs(entities - kept.grouped.entities) + Math.abs(links - kept.grouped.links);
    return changed > staleShare * (kept.grouped.entities + kept.grouped.links);
  }

  #isCurrent(revision: number): boolean {
    const { store } = this.#options;
    const now = store.revision();
    return revision === now || (revision < now && !store.graphChangedSince(revision));
  }
}
