/** Style of the docs page: the reader's own fonts and colour scheme. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: light-dark(#1d2129, #e8eaf0); --soft: light-dark(#5a6170, #a3abbd);
  --paper: light-dark(#fbfbfd, #14161c); --card: light-dark(#fff, #1c1f28); --line: light-dark(#e3e6ee, #2d3240);
  --accent: light-dark(#2f5bd3, #8fb0ff); --put: light-dark(#8a4b00, #ffbf73); --post: light-dark(#176b3a, #7fdca6); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
header, main, footer { max-width: 54rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 3.5rem; }
h1 { font-size: 2.2rem; line-height: 1.15; margin: 0; letter-spacing: -0.02em; }
h2 { font-size: 1.35rem; margin: 2.75rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 0; font-weight: 600; }
.lead { font-size: 1.15rem; color: var(--soft); margin: 0.5rem 0 1.25rem; }
nav { display: flex; flex-wrap: wrap; gap: 0.4rem 1.1rem; padding-bottom: 1rem; border-bottom: 1px solid var(--line); }
a { color: var(--accent); text-underline-offset: 0.2em; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 3px; }
code, pre { font: 0.9em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 0.9rem 1.1rem; overflow-x: auto; }
article { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1rem 1.25rem; margin: 0.75rem 0; }
article p { margin: 0.4rem 0; }
.method { display: inline-block; min-width: 3.2rem; font: 700 0.75rem ui-monospace, monospace; letter-spacing: 0.04em; color: var(--accent); }
.method.put { color: var(--put); } .method.post { color: var(--post); }
.replies { list-style: none; margin: 0.5rem 0 0; padding: 0; color: var(--soft); font-size: 0.92rem; }
.replies b { color: var(--ink); font-variant-numeric: tabular-nums; margin-right: 0.3rem; }
small { opacity: 0.85; }
details { margin: 0.4rem 0; } summary { cursor: pointer; color: var(--accent); width: fit-content; }
.scroll { overflow-x: auto; }
.wraps td { overflow-wrap: anywhere; } .wraps time { white-space: nowrap; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-top: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--soft); border-top: 0; }
footer { color: var(--soft); font-size: 0.9rem; padding-block: 2.5rem 4rem; }
`;
