import type { AnswerEntity, AnswerStep } from "../../query/answer.ts";
import { EntityName } from "../parts/entity-name.tsx";
import styles from "./answer.module.css";
import { Evidence } from "./evidence.tsx";

interface HopProps {
  readonly step: AnswerStep;
  readonly from: AnswerEntity;
  readonly to: AnswerEntity;
  readonly number: number;
}

/** One hop: between whom, how firmly, in which words. Every link that qualifies is listed, strongest first. */
export function Hop({ step, from, to, number }: HopProps) {
  return (
    <li className={styles.hop}>
      <h3>
        <span>{number}</span>
        <span>
          <EntityName entity={from} /> <span className={styles.arrow}>{arrowOf(step)}</span> <EntityName entity={to} />
        </span>
      </h3>
      {step.links.map((link) => (
        <Evidence key={link.id} link={link} />
      ))}
    </li>
  );
}

function arrowOf({ links }: AnswerStep): string {
  if (links.every(({ along }) => along)) return "→";
  return links.some(({ along }) => along) ? "↔" : "←";
}
