/** What a box for an entity shows, and the id once one was chosen; a type stands for any entity of it. */
export interface End {
  readonly text: string;
  readonly id: string | null;
  readonly is?: "type";
}

export const noEnd: End = { text: "", id: null };

/** What goes to the server: the id, or the name as it was typed; null while the box is empty. */
export function nameOfEnd({ id, text }: End): string | null {
  const name = id ?? text.trim();
  return name === "" ? null : name;
}
