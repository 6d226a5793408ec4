import { PanelTabs } from "../parts/panel-tabs.tsx";
import { QuestionPanel } from "../question/question-panel.tsx";
import { useActions, usePage } from "../state/use-page.ts";
import { EntityTab } from "./entity-tab.tsx";
import { LinkTab } from "./link-tab.tsx";

const tabs = [
  { id: "paths", label: "Paths", content: () => <QuestionPanel /> },
  { id: "entity", label: "Entity", content: () => <EntityTab /> },
  { id: "link", label: "Link", content: () => <LinkTab /> },
] as const;

/** The right side: the path that was asked for, the entity and the link that were chosen. */
export function Inspector() {
  const tab = usePage((state) => state.rightTab);
  const { setRightTab } = useActions();
  return <PanelTabs label="Inspector" tabs={tabs} value={tab} onChange={setRightTab} />;
}
