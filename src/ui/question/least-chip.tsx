import { standings } from "../../claims/standing.ts";
import { lineForms } from "../../view/scene.ts";
import { ChoiceBox } from "../parts/choice-box.tsx";
import { useActions, usePage } from "../state/use-page.ts";
import { standingWords } from "../state/words.ts";

const leastChoices = [
  { value: "any", label: "any", side: "but for links that are only denied" },
  ...standings.map((standing) => ({
    value: standing,
    label: lineForms[standing].label.toLowerCase(),
    side: standingWords[standing],
  })),
];

/** How firmly each link has to stand at least. Always there. */
export function LeastChip() {
  const standing = usePage((state) => state.form.standing);
  const { setForm } = useActions();
  return (
    <ChoiceBox
      look="pill"
      label="At least"
      choices={leastChoices}
      value={standing ?? "any"}
      onChange={(value) => setForm({ standing: standings.find((one) => one === value) ?? null })}
    />
  );
}
