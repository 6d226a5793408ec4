import { BookmarkPlus, Check, Copy, Download, Focus, MapPinPlus, X } from "lucide-react";
import { useEffect, useState } from "react";
import { Toolbar } from "react-aria-components";
import type { Answer } from "../../query/answer.ts";
import { cx } from "../parts/cx.ts";
import { IconButton } from "../parts/icon-button.tsx";
import parts from "../parts/parts.module.css";
import { useCommand } from "../shortcuts/command-context.ts";
import { shownKeys } from "../shortcuts/commands.ts";
import { isMac } from "../shortcuts/use-shortcuts.ts";
import { isEmptyAnswer } from "../state/answer-part.ts";
import { answerTitle } from "../state/answer-title.ts";
import { usePage } from "../state/use-page.ts";
import styles from "./answer.module.css";

const copiedMs = 1600;

/** What can be done with an answer. Each is a command, too, with a key of its own. */
export function AnswerTools({ answer }: { answer: Answer }) {
  const isolated = usePage((state) => state.isolated);
  const run = useCommand();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), copiedMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const empty = isEmptyAnswer(answer);
  const keys = (id: string) => shownKeys(id, isMac);
  return (
    <div className={styles.tools}>
      <h2 className={parts.caps}>{answerTitle(answer)}</h2>
      <Toolbar aria-label="This answer" className={cx(styles.buttons)}>
        <IconButton
          small
          label={copied ? "Copied" : "Copy as text"}
          keys={keys("copy-answer")}
          onPress={() => {
            run("copy-answer");
            setCopied(true);
          }}
        >
          {copied ? <Check size={15} aria-hidden="true" /> : <Copy size={15} aria-hidden="true" />}
        </IconButton>
        <IconButton
          small
          label={isolated ? "Back to the whole canvas" : "Isolate on the canvas"}
          keys={keys("isolate")}
          pressed={isolated}
          disabled={empty}
          onPress={() => run("isolate")}
        >
          <Focus size={15} aria-hidden="true" />
        </IconButton>
        <IconButton small label="Add to chart" keys={keys("add-to-chart")} disabled={empty} onPress={() => run("add-to-chart")}>
          <MapPinPlus size={15} aria-hidden="true" />
        </IconButton>
        <IconButton
          small
          label="Export with evidence"
          keys={keys("export-answer")}
          disabled={empty}
          onPress={() => run("export-answer")}
        >
          <Download size={15} aria-hidden="true" />
        </IconButton>
        <IconButton small label="Save question" keys={keys("save-question")} onPress={() => run("save-question")}>
          <BookmarkPlus size={15} aria-hidden="true" />
        </IconButton>
        <IconButton small label="Clear" keys={keys("clear-question")} onPress={() => run("clear-question")}>
          <X size={15} aria-hidden="true" />
        </IconButton>
      </Toolbar>
    </div>
  );
}
