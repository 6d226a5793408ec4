import { NumberList } from "../base/number-list.ts";
import type { LinkColumns } from "./link-columns.ts";
import { NO_NODE, type SnapshotColumns } from "./snapshot.ts";

type Voices = Pick<SnapshotColumns, "claimVoice" | "voiceSource" | "voiceOrigin" | "voiceSpeaker">;

/** Each distinct (source, origin, speaker) once, in order of first use, and per claim its index. O(claims), by open addressing. */
export function layVoices({ claimSource, claimOrigin, claimSpeaker }: LinkColumns): Voices {
  const claimVoice = new Uint32Array(claimSource.length);
  const table = new VoiceTable();
  let [source, origin, speaker, voice] = [-1, -1, -1, -1];
  for (let claim = 0; claim < claimSource.length; claim++) {
    const itsSource = claimSource[claim]!;
    const itsOrigin = claimOrigin === undefined ? itsSource : claimOrigin[claim]!;
    const itsSpeaker = claimSpeaker === undefined ? NO_NODE : claimSpeaker[claim]!;
    if (itsSource !== source || itsOrigin !== origin || itsSpeaker !== speaker) {
      [source, origin, speaker] = [itsSource, itsOrigin, itsSpeaker];
      voice = table.of(source, origin, speaker);
    }
    claimVoice[claim] = voice;
  }
  return { claimVoice, ...table.columns() };
}

/** Distinct triples of 32-bit numbers. Half of `#slots`, a power of two, stays free; a slot holds a voice + 1, or 0. */
class VoiceTable {
  readonly #source = new NumberList();
  readonly #origin = new NumberList();
  readonly #speaker = new NumberList();
  #slots = new Uint32Array(256);

  of(source: number, origin: number, speaker: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash(source, origin, speaker) & mask; ; slot = (slot + 1) & mask) {
      const voice = this.#slots[slot]! - 1;
      if (voice === -1) return this.#add(slot, [source, origin, speaker]);
      if (this.#source.at(voice) === source && this.#origin.at(voice) === origin && this.#speaker.at(voice) === speaker)
        return voice;
    }
  }

  #add(slot: number, [source, origin, speaker]: readonly [number, number, number]): number {
    const voice = this.#source.length;
    this.#source.push(source);
    this.#origin.push(origin);
    this.#speaker.push(speaker);
    this.#slots[slot] = voice + 1;
    if (2 * this.#source.length > this.#slots.length) this.#grow();
    return voice;
  }

  #grow(): void {
    const slots = new Uint32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let voice = 0; voice < this.#source.length; voice++) {
      let slot = hash(this.#source.at(voice), this.#origin.at(voice), this.#speaker.at(voice)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = voice + 1;
    }
    this.#slots = slots;
  }

  columns(): Omit<Voices, "claimVoice"> {
    return {
      voiceSource: this.#source.toArray(),
      voiceOrigin: this.#origin.toArray(),
      voiceSpeaker: this.#speaker.toArray(),
    };
  }
}

/** Multipliers of MurmurHash3 (Appleby 2011). */
function hash(a: number, b: number, c: number): number {
  let mixed = Math.imul(a, 0xcc9e2d51) ^ Math.imul(b + 0x9e37, 0x1b873593) ^ Math.imul(c ^ 0x85eb, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
