import type { ClaimDraft } from "../../case/record-claim.ts";
import { type End, nameOfEnd, noEnd } from "./end.ts";

/** A claim as it is being typed. */
export interface ClaimForm {
  readonly kind: "link" | "attribute";
  readonly subject: End;
  readonly relation: string | null;
  readonly object: End;
  readonly property: string | null;
  readonly value: string;
  readonly approximate: boolean;
  readonly stance: string;
  readonly speaker: End;
  readonly about: End;
  readonly source: string | null;
  readonly quote: string;
  readonly said: string;
  readonly during: string;
  readonly note: string;
}

export const emptyClaimForm: ClaimForm = {
  kind: "link",
  subject: noEnd,
  relation: null,
  object: noEnd,
  property: null,
  value: "",
  approximate: false,
  stance: "asserts",
  speaker: noEnd,
  about: noEnd,
  source: null,
  quote: "",
  said: "",
  during: "",
  note: "",
};

/** What goes to the server, or null while something that every claim needs is missing. A value that reads as a number is one. */
export function draftOf(form: ClaimForm): ClaimDraft | null {
  const subject = nameOfEnd(form.subject);
  if (subject === null || form.source === null) return null;
  const rest = {
    subject,
    source: form.source,
    stance: form.stance,
    speaker: nameOfEnd(form.speaker),
    about: nameOfEnd(form.about),
    citation: form.quote.trim() === "" ? null : { quote: form.quote.trim() },
    said: orNull(form.said),
    during: orNull(form.during),
    note: form.note.trim(),
  };
  if (form.kind === "attribute") {
    if (form.property === null || form.value.trim() === "") return null;
    return {
      kind: "attribute",
      property: form.property,
      value: typedValue(form.value.trim()),
      approximate: form.approximate,
      ...rest,
    };
  }
  const object = nameOfEnd(form.object);
  return object === null || form.relation === null ? null : { kind: "link", relation: form.relation, object, ...rest };
}

function typedValue(text: string): string | number {
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  return /^-?\d+(\.\d+)?$/.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) : text;
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
