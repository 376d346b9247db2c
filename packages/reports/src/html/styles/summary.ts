// SPDX-License-Identifier: Apache-2.0

export const summaryStyles: string = `
.summary, .first-steps { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 1.5rem; }
.headline { font-size: 1.35rem; }
.headline strong { font-size: 1.5em; letter-spacing: -0.02em; }
.counts { display: flex; flex-wrap: wrap; gap: 0.6rem; margin: 0 0 1.5rem; }
.counts li {
  flex: 1 1 8.2rem; border: 1px solid var(--edge); border-radius: 8px; background: var(--ground); color: var(--ink);
  padding: 0.5rem 0.8rem; font-weight: 600;
}
.counts li.open { border-style: dashed; }
.counts .count { font-size: 1.35rem; font-weight: 700; font-variant-numeric: tabular-nums; }
.picture svg { display: block; overflow: visible; }
.picture text { fill: var(--text); font-size: 14px; }
.picture .id { font-weight: 700; }
.picture .share { fill: var(--quiet); }
.picture .block { fill: var(--ground); stroke: var(--edge); stroke-width: 1.5; }
.picture .block.good { fill: var(--edge); }
.picture .block.open { stroke-dasharray: 4 3; }
.picture .mark { fill: var(--ink); font-size: 15px; font-weight: 700; }
.picture .mark.good { fill: var(--surface); }
.picture figcaption { color: var(--quiet); font-size: 0.9rem; margin-top: 0.5rem; }
.first-steps ol { list-style: decimal; padding-left: 1.4rem; display: grid; gap: 0.9rem; }
.first-steps ol + p { margin: 1rem 0 0; }
.matrix { columns: 2 27rem; column-gap: 1.25rem; }
.matrix table { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; border-collapse: separate; border-spacing: 0; width: 100%; padding: 0.25rem 0.9rem 0.75rem; margin-bottom: 1.25rem; break-inside: avoid; }
.matrix caption { text-align: left; font-weight: 650; font-size: 1.05rem; padding-bottom: 0.4rem; }
.matrix thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.matrix th, .matrix td { vertical-align: top; text-align: left; padding: 0.55rem 0; border-top: 1px solid var(--line); }
.matrix tbody tr:first-child > * { border-top: 0; }
.matrix th { font-weight: 400; font-size: 0.9rem; width: 42%; padding-right: 1rem; }
.matrix ul { display: flex; flex-wrap: wrap; gap: 0.4rem; }
.cell {
  display: flex; flex-direction: column; min-width: 6.6rem; padding: 0.15rem 0.55rem 0.25rem; line-height: 1.35;
  border: 1px solid var(--edge); border-radius: 8px; background: var(--ground); color: var(--ink); text-decoration: none;
}
.cell.open { border-style: dashed; }
.cell .says { font-size: 0.85rem; }
.cell:hover .says { text-decoration: underline; }
@media (max-width: 36rem) {
  .summary, .first-steps { padding: 1.1rem; }
  .counts { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5rem; }
  .counts li { padding: 0.3rem 0.6rem; font-size: 0.85rem; }
  .counts .count { font-size: 1.1rem; }
  .picture .share { display: none; }
}`;
