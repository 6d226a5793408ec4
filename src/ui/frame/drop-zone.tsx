import { type RefObject, useEffect, useState } from "react";
import { useActions } from "../state/use-page.ts";
import styles from "./frame.module.css";

/** Files dropped anywhere are looked at; so are those chosen through the Import button. */
export function DropZone({ inputRef }: { inputRef: RefObject<HTMLInputElement | null> }) {
  const { lookAtFiles } = useActions();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) lookAtFiles(files);
    };
    const listening = new AbortController();
    window.addEventListener("dragover", onOver, { signal: listening.signal });
    window.addEventListener("dragleave", onLeave, { signal: listening.signal });
    window.addEventListener("drop", onDrop, { signal: listening.signal });
    return () => listening.abort();
  }, [lookAtFiles]);
  return (
    <>
      <input
        ref={inputRef}
        type="file"
        multiple
        hidden
        aria-label="Files to import"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = "";
          if (files.length > 0) lookAtFiles(files);
        }}
      />
      {over && <div className={styles.drop}>Drop to import</div>}
    </>
  );
}
