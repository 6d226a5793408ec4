import { ArrowLeft, ArrowLeftRight, ArrowRight, Plus, X } from "lucide-react";
import { type Direction, directions } from "../../graph/conditions.ts";
import { ChoiceBox } from "../parts/choice-box.tsx";
import { EndsBox } from "../parts/ends-box.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { PickBox } from "../parts/pick-box.tsx";
import { TextButton } from "../parts/text-button.tsx";
import { heldPicks } from "../state/held.ts";
import {
  addHole,
  addTie,
  letterOf,
  type PatternForm,
  type PatternTie,
  removeHole,
  removeTie,
  setHole,
  setTie,
} from "../state/pattern-form.ts";
import { useRelationChoices } from "./field-choices.ts";
import styles from "./question.module.css";

interface PatternEditorProps {
  readonly pattern: PatternForm;
  readonly onChange: (pattern: PatternForm) => void;
}

/** A small graph with holes: who stands where, and what links them. */
export function PatternEditor({ pattern, onChange }: PatternEditorProps) {
  const { nodes, edges } = pattern;
  return (
    <div className={styles.pattern}>
      {nodes.map((who, at) => (
        <div key={letterOf(at)} className={styles.hole}>
          <div className={styles.grow}>
            <EndsBox
              label={letterOf(at)}
              short
              takes="end"
              types
              placeholder="Anything, any person, or a name"
              held={who}
              onChange={(next) => onChange(setHole(pattern, at, next))}
            />
          </div>
          {nodes.length > 2 && (
            <IconButton small label={`Without ${letterOf(at)}`} onPress={() => onChange(removeHole(pattern, at))}>
              <X size={14} aria-hidden="true" />
            </IconButton>
          )}
        </div>
      ))}
      {edges.map((tie, at) => (
        <TieRow
          key={letterOf(at)}
          tie={tie}
          nodes={nodes.length}
          onChange={(part) => onChange(setTie(pattern, at, part))}
          onRemove={edges.length > 1 ? () => onChange(removeTie(pattern, at)) : null}
        />
      ))}
      <div className={styles["pattern-more"]}>
        <TextButton small look="quiet" onPress={() => onChange(addHole(pattern))}>
          <Plus size={14} aria-hidden="true" /> Entity
        </TextButton>
        <TextButton small look="quiet" onPress={() => onChange(addTie(pattern))}>
          <Plus size={14} aria-hidden="true" /> Link
        </TextButton>
      </div>
    </div>
  );
}

const arrows = { forward: ArrowRight, backward: ArrowLeft, any: ArrowLeftRight } as const;
const arrowWords: Readonly<Record<Direction, string>> = {
  forward: "from left to right",
  backward: "from right to left",
  any: "either way",
};

interface TieRowProps {
  readonly tie: PatternTie;
  readonly nodes: number;
  readonly onChange: (part: Partial<PatternTie>) => void;
  readonly onRemove: (() => void) | null;
}

/** A — member of → B. */
function TieRow({ tie, nodes, onChange, onRemove }: TieRowProps) {
  const relations = useRelationChoices();
  const letters = Array.from({ length: nodes }, (_, at) => ({ value: String(at), label: letterOf(at) }));
  const Arrow = arrows[tie.direction];
  const turned = directions[(directions.indexOf(tie.direction) + 1) % directions.length] ?? "any";
  const name = `${letterOf(tie.from)} ${letterOf(tie.to)}`;
  return (
    <div className={styles.tie}>
      <ChoiceBox
        look="quiet"
        label={`Link ${name}: left end`}
        choices={letters}
        value={String(tie.from)}
        onChange={(value) => onChange({ from: Number(value) })}
      />
      <div className={styles.grow}>
        <PickBox
          label={`Link ${name}: relation`}
          placeholder="any relation"
          choices={relations}
          held={heldPicks(tie.relations)}
          onChange={({ picked }) => onChange({ relations: picked })}
        />
      </div>
      <IconButton small label={`Direction: ${arrowWords[tie.direction]}`} onPress={() => onChange({ direction: turned })}>
        <Arrow size={15} aria-hidden="true" />
      </IconButton>
      <ChoiceBox
        look="quiet"
        label={`Link ${name}: right end`}
        choices={letters}
        value={String(tie.to)}
        onChange={(value) => onChange({ to: Number(value) })}
      />
      {onRemove !== null && (
        <IconButton small label={`Without the link ${name}`} onPress={onRemove}>
          <X size={14} aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}
