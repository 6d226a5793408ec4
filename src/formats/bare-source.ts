/** What a source has beside its id and title when nothing more is known of it; in the order in which it is written. */
export const bareSource = {
  publisher: null,
  author: null,
  url: null,
  published: null,
  retrieved: null,
  text: null,
  sha256: null,
  reliability: null,
  derivedFrom: null,
} as const;
