import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Page, PageActions } from "./create-page.ts";
import type { PageState } from "./page-state.ts";

export const PageContext = createContext<Page | null>(null);

/** A part of the state; the component draws again only when that part changes. */
export function usePage<T>(select: (state: PageState) => T): T {
  return useStore(pageOf(useContext(PageContext)).store, select);
}

export function useActions(): PageActions {
  return pageOf(useContext(PageContext)).actions;
}

function pageOf(page: Page | null): Page {
  if (page === null) throw new Error("usePage: wanted a PageContext around the component, found none");
  return page;
}
