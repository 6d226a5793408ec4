import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { cx } from "./cx.ts";
import styles from "./panel-tabs.module.css";

interface PanelTabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: T; readonly label: string; readonly content: () => ReactNode }[];
  readonly value: T;
  readonly onChange: (tab: T) => void;
}

/** The tabs of a side panel; each tab's content scrolls by itself. */
export function PanelTabs<T extends string>({ label, tabs, value, onChange }: PanelTabsProps<T>) {
  return (
    <Tabs
      className={cx(styles.tabs)}
      selectedKey={value}
      onSelectionChange={(key) => onChange(tabs.find(({ id }) => id === key)?.id ?? value)}
    >
      <TabList aria-label={label} className={cx(styles.list)}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={cx(styles.tab)}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={cx(styles.panel)}>
          {tab.content()}
        </TabPanel>
      ))}
    </Tabs>
  );
}
