import { PanelTabs } from "../parts/panel-tabs.tsx";
import { useActions, usePage } from "../state/use-page.ts";
import { CaseTab } from "./case-tab.tsx";
import { ListTab } from "./list-tab.tsx";
import { QuestionsTab } from "./questions-tab.tsx";
import { SourcesTab } from "./sources-tab.tsx";

const tabs = [
  { id: "case", label: "Case", content: () => <CaseTab /> },
  { id: "sources", label: "Sources", content: () => <SourcesTab /> },
  { id: "list", label: "List", content: () => <ListTab /> },
  { id: "questions", label: "Questions", content: () => <QuestionsTab /> },
] as const;

/** What is in the case: types and standings (legend and filter in one), sources, the graph as a list, and the questions that are kept. */
export function LeftPanel() {
  const tab = usePage((state) => state.leftTab);
  const { setLeftTab } = useActions();
  return <PanelTabs label="Case" tabs={tabs} value={tab} onChange={setLeftTab} />;
}
