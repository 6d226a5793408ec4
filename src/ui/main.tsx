import "@fontsource-variable/inter/index.css";
import "@fontsource-variable/source-serif-4/index.css";
import "./theme.css";
import "./base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { followAddress } from "./frame/follow-address.ts";
import { followEvents } from "./frame/follow-events.ts";
import { readTheme, rememberTheme } from "./frame/theme-memory.ts";
import { createApi } from "./state/api.ts";
import { createPage } from "./state/create-page.ts";
import { PageContext } from "./state/use-page.ts";

const page = createPage(
  createApi((input, init) => fetch(input, init)),
  {
    theme: readTheme(),
    rememberTheme,
    later: (task, ms) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
  },
);

void page.actions.load().then(() => {
  followAddress(page);
  followEvents(page.actions);
});

const root = document.getElementById("page");
if (root === null) throw new Error("index.html: wanted an element with the id page, found none");
createRoot(root).render(
  <StrictMode>
    <PageContext value={page}>
      <App page={page} />
    </PageContext>
  </StrictMode>,
);
