/** Shown instead of the page to who has not logged in. Nothing of the case, no script, no inline style. */
export const loginPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Clew</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/login.css">
  </head>
  <body>
    <main>
      <h1>Clew</h1>
      <p>This browser has not opened the case yet.</p>
      <p>Use the link that Clew printed in the terminal. It works once, for a few minutes.</p>
      <p>Used or too old? Stop Clew there with <kbd>Ctrl C</kbd> and start it again:</p>
      <pre>clew open</pre>
      <p>or, in a clone of Clew, <code>npm start</code>.</p>
      <p class="aside">Came here from another page, with the case open in this browser? <a href="/">Open it here</a>.</p>
    </main>
  </body>
</html>
`;

/** The colours and fonts of the page, which is not to be had without a session. */
export const loginStyle = `:root { color-scheme: light dark; }
body {
  margin: 0;
  background: light-dark(#fbfaf7, #15171b);
  color: light-dark(#1d1b18, #ece8e0);
  font: 15px/1.6 "Inter Variable", system-ui, sans-serif;
}
main { max-width: 30rem; margin: 18vh auto 0; padding: 0 24px; }
h1 { margin: 0 0 16px; font: 500 28px/1.2 "Source Serif 4 Variable", Georgia, serif; }
p { margin: 0 0 12px; }
code, kbd, pre { font: 13px/1.5 ui-monospace, monospace; }
kbd { padding: 1px 5px; border: 1px solid light-dark(#e5e1d9, #2e3238); border-radius: 4px; }
pre { margin: 0 0 12px; padding: 10px 14px; border-radius: 6px; background: light-dark(#f3f0ea, #23272d); }
a { color: inherit; text-underline-offset: 3px; }
.aside { margin-top: 24px; padding-top: 12px; border-top: 1px solid light-dark(#e5e1d9, #2e3238); color: light-dark(#6f6a62, #9c978d); font-size: 13px; }
`;
