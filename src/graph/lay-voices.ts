import { largeArray } from "../base/large-array.ts";
import type { LinkColumns } from "./link-columns.ts";
import { MAX_VOICES, NO_NODE, type SnapshotColumns, VOICE_SHIFT } from "./snapshot.ts";
import { TripleTable } from "./triple-table.ts";

type Voices = Pick<SnapshotColumns, "claimVoice" | "voiceSource" | "voiceOrigin" | "voiceSpeaker">;

/** Each distinct (source, origin, speaker) once, and per claim which, with its bits. O(claims). Throws on more voices than there are numbers for. */
export function layVoices({ claimSource, claimOrigin, claimSpeaker, claimBits }: LinkColumns): Voices {
  const claimVoice = largeArray(Uint32Array, claimSource.length);
  const table = new TripleTable();
  let [source, origin, speaker, voice] = [-1, -1, -1, -1];
  for (let claim = 0; claim < claimSource.length; claim++) {
    const itsSource = claimSource[claim]!;
    const itsOrigin = claimOrigin === undefined ? itsSource : claimOrigin[claim]!;
    const itsSpeaker = claimSpeaker === undefined ? NO_NODE : claimSpeaker[claim]!;
    if (itsSource !== source || itsOrigin !== origin || itsSpeaker !== speaker) {
      source = itsSource;
      origin = itsOrigin;
      speaker = itsSpeaker;
      voice = table.of(source, origin, speaker);
    }
    claimVoice[claim] = (voice << VOICE_SHIFT) | (claimBits === undefined ? 0 : claimBits[claim]!);
  }
  const [voiceSource, voiceOrigin, voiceSpeaker] = table.columns();
  if (voiceSource.length > MAX_VOICES)
    throw new RangeError(`snapshot: wanted at most ${MAX_VOICES} voices, got ${voiceSource.length}`);
  return { claimVoice, voiceSource, voiceOrigin, voiceSpeaker };
}
