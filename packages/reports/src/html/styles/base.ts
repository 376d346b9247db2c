// SPDX-License-Identifier: Apache-2.0

export const baseStyles: string = `
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  overflow-wrap: anywhere;
}
body > header, main, body > footer { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
main:focus { outline: none; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; }
h1 { font-size: clamp(1.7rem, 1.2rem + 2.2vw, 2.6rem); line-height: 1.15; letter-spacing: -0.02em; }
h2 { font-size: 1.45rem; line-height: 1.25; letter-spacing: -0.01em; margin-bottom: 0.75rem; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; }
h4 { font-size: 1rem; }
ul, ol { padding: 0; list-style: none; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 0.13em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
code { font: 0.875em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; }
.id { font-variant-numeric: tabular-nums; font-weight: 650; white-space: nowrap; }
.note { color: var(--quiet); font-size: 0.9rem; }
.tag {
  display: inline-block; border: 1px solid var(--line); border-radius: 999px; padding: 0 0.55em;
  color: var(--quiet); font-size: 0.8rem; line-height: 1.5; white-space: nowrap;
}
.chip {
  display: inline-block; border: 1px solid var(--edge); border-radius: 6px; padding: 0 0.5em; white-space: nowrap;
  background: var(--ground); color: var(--ink); font-size: 0.875rem; font-weight: 650;
}
.chip.open { border-style: dashed; }
.on-paper { display: none; }
.skip { position: absolute; left: -100vw; background: var(--surface); padding: 0.5rem 1rem; z-index: 1; }
.skip:focus { left: 0.5rem; top: 0.5rem; }
main > section { margin-top: 2.75rem; }
main > section > p { max-width: 48rem; margin-bottom: 1rem; }
.masthead { padding-top: 2.5rem; }
.eyebrow { color: var(--quiet); font-weight: 600; margin-bottom: 0.35rem; }
.draft {
  margin-top: 0.75rem; padding: 0.5rem 0.9rem; border: 1px solid var(--mixed-edge); border-radius: 8px;
  background: var(--mixed-ground); color: var(--mixed-text);
}
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 0.6rem 2rem; margin-top: 1.25rem; }
.facts dt { color: var(--quiet); font-size: 0.85rem; }
body > footer { margin-top: 3rem; padding-top: 1rem; padding-bottom: 3rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.9rem; }`;
