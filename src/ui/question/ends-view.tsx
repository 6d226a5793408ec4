import { ArrowDownUp } from "lucide-react";
import { EndsBox } from "../parts/ends-box.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { useActions, usePage } from "../state/use-page.ts";
import { PatternEditor } from "./pattern-editor.tsx";
import styles from "./question.module.css";

/** Whom the question is about: two sides, one entity, several, or a pattern. */
export function EndsView() {
  const form = usePage((state) => state.form);
  const { setForm, swap } = useActions();
  switch (form.ask) {
    case "path":
    case "bearing":
      return (
        <div className={styles.ends}>
          <EndsBox
            label="From"
            takes="end"
            types
            placeholder="Name, alias, or any person"
            held={form.from}
            onChange={(from) => setForm({ from })}
          />
          <EndsBox
            label="To"
            takes="end"
            types
            placeholder="Name, alias, or any person"
            held={form.to}
            onChange={(to) => setForm({ to })}
          />
          <IconButton label="Swap From and To" onPress={swap} small>
            <ArrowDownUp size={15} aria-hidden="true" />
          </IconButton>
        </div>
      );
    case "around":
      return <EndsBox label="Around" takes="one" held={form.center} onChange={(center) => setForm({ center })} />;
    case "connect":
    case "common":
      return <EndsBox label="Of" takes="many" held={form.entities} onChange={(entities) => setForm({ entities })} />;
    case "pattern":
      return <PatternEditor pattern={form.pattern} onChange={(pattern) => setForm({ pattern })} />;
  }
}
