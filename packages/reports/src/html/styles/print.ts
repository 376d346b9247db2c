// SPDX-License-Identifier: Apache-2.0

/**
 * On paper nothing scrolls and no heading stands alone at the foot of a page. A task that the reader opened is printed
 * whole. Of the others, one that is met or does not apply is a line, and one with something to do shows what is no or
 * unknown, and what would answer it: places, figures and remedies are on the screen and in the other formats. Evidence
 * that could not be had stands once, in the table of what was not looked at.
 */
export const printStyles: string = `
@page { margin: 14mm 13mm; }
@media print {
  html { font-size: 8.5pt; }
  body { background: #ffffff; line-height: 1.4; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body > header, main, body > footer { max-width: none; padding: 0; }
  .masthead { padding-top: 0; }
  .skip, .filters, .limits { display: none; }
  .on-paper { display: block; margin: -0.4rem 0 0.4rem; color: var(--quiet); }
  .counts li { white-space: nowrap; flex-basis: 0; padding: 0.3rem 0.5rem; }
  main > section { margin-top: 1.25rem; }
  .group > h3 { margin-top: 1rem; }
  .practice { margin-top: 0.6rem; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4, .asked { break-after: avoid; }
  .task { margin-top: 0.35rem; border-radius: 4px; }
  .task:not([open]) { break-inside: avoid; }
  .task > summary { break-inside: avoid; padding: 0.3rem 0.6rem; }
  .task > summary::after { display: none; }
  .task .statement, .task .reason { display: block; margin-top: 0.1rem; }
  .task .body { padding: 0 0.6rem 0.4rem; }
  .task[open] > summary { break-after: avoid; }
  .task:not([open]):is(.good, .none) > summary { display: flex; gap: 0.7rem; align-items: baseline; }
  .task:not([open]):is(.good, .none) .line { flex: none; }
  .task:not([open]):is(.good, .none) .statement { display: none; }
  .task:not([open]):is(.good, .none) .reason { margin: 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .task:not([open]):not(.good, .none)::details-content { content-visibility: visible; display: block; height: auto; }
  .task:not([open]) .answer { display: block; max-width: none; padding-top: 0.2rem; }
  .task:not([open]) .answers { gap: 0.2rem; }
  .task:not([open]) .answer :is(.asked, .check, .because, .resolve) { display: inline; }
  .task:not([open]) .answer strong { font-weight: 600; }
  .task:not([open]) .resolve { padding: 0; border: 0; background: none; }
  .task:not([open]) .body > .check, .task:not([open]):has(.answer):not(.good, .none) .reason,
  .task:not([open]) .answer:is(.yes, .not-applicable),
  .task:not([open]) .answer :is(.label, .citations, .measures, .remedy, .limits, .tag) { display: none; }
  .task[open] .answers { gap: 0.4rem; }
  .task[open] .answer { gap: 0.1rem; padding-top: 0.4rem; }
  .summary, .first-steps li, .matrix tr, .answer, .entries li, .scroll tr, .glossary > div { break-inside: avoid; }
  .matrix { columns: 2 20rem; }
  .matrix table { margin-bottom: 0.6rem; padding: 0.2rem 0.6rem 0.4rem; }
  .matrix th, .matrix td { padding: 0.2rem 0.3rem 0.2rem 0; font-size: 7.5pt; line-height: 1.3; }
  .matrix .cell { padding: 0.05rem 0.3rem; }
  .first-steps ol { gap: 0.4rem; }
  .picture svg { width: 75%; }
  .summary, .first-steps { padding: 0.9rem 1.1rem; }
  .scroll { overflow: visible; border: 0; }
  .scroll table { min-width: 0; font-size: 8pt; }
  .scroll th, .scroll td { padding: 0.2rem 0.4rem; }
  .scroll tr:has(> [scope='rowgroup']) { break-after: avoid; }
  .evidence td { min-width: 0; }
  .evidence tr.unavailable { display: none; }
}`;
