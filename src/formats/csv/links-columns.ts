/** Columns of the `links` part as Clew writes it. The first five are those of every edge list. */
export const linksColumns = [
  "source",
  "target",
  "type",
  "label",
  "weight",
  "standing",
  "claims",
  "origins",
  "source_name",
  "source_type",
  "target_name",
  "target_type",
] as const;
