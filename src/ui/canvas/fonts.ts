import type { Scene } from "../../view/scene.ts";

const mostCharacters = 400;
const longestWaitMs = 1500;

/**
 * Waits until the names of the scene can be measured in the font they are drawn in, whichever scripts they use: the layout makes
 * room by their width. After a while it goes on with what is there.
 */
export async function loadFonts(family: string, { nodes, edges }: Scene): Promise<void> {
  const characters = new Set<string>("AZaz…");
  for (const { label } of [...nodes, ...edges]) {
    if (characters.size > mostCharacters) break;
    for (const character of label.slice(0, 60)) characters.add(character);
  }
  const text = [...characters].join("");
  const loading = Promise.all([document.fonts.load(`460 12px ${family}`, text), document.fonts.load(`650 12px ${family}`, text)]);
  const waited = new Promise((done) => setTimeout(done, longestWaitMs));
  await Promise.race([loading.catch(() => {}), waited]);
}
