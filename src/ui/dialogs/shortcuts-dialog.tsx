import { Fragment } from "react";
import parts from "../parts/parts.module.css";
import { commands, keyWords } from "../shortcuts/commands.ts";
import { isMac } from "../shortcuts/use-shortcuts.ts";
import { DialogFrame } from "./dialog-frame.tsx";
import styles from "./dialogs.module.css";

const groups = ["Find", "Answer", "Case", "Canvas", "Page"] as const;

/** All keys, from the registry that binds them. */
export function ShortcutsDialog() {
  return (
    <DialogFrame title="Keyboard shortcuts">
      <div className={styles.body}>
        {groups.map((group) => (
          <section key={group}>
            <h3 className={parts.caps}>{group}</h3>
            <dl className={styles.keys}>
              {commands
                .filter((command) => command.group === group && command.keys.length > 0)
                .map(({ id, label, keys }) => (
                  <Fragment key={id}>
                    <dt>{label}</dt>
                    <dd>
                      {[...new Set(keys.map((key) => keyWords(key, isMac)))].map((key) => (
                        <kbd key={key} className={parts.kbd}>
                          {key}
                        </kbd>
                      ))}
                    </dd>
                  </Fragment>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}
