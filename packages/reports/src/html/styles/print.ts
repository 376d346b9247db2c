// SPDX-License-Identifier: Apache-2.0

/** On paper everything is open, nothing scrolls, and no practice heading stands alone at the foot of a page. */
export const printStyles: string = `
@page { margin: 16mm 14mm; }
@media print {
  html { font-size: 9pt; }
  body { background: #ffffff; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body > header, main, body > footer { max-width: none; padding: 0; }
  .masthead { padding-top: 0; }
  .skip, .filters, .limits { display: none; }
  .counts li { white-space: nowrap; flex-basis: 0; padding: 0.3rem 0.5rem; }
  main > section { margin-top: 1.5rem; }
  .answer { gap: 0.1rem; padding-top: 0.4rem; }
  .answers { gap: 0.4rem; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4, .asked { break-after: avoid; }
  .task > summary { break-inside: avoid; break-after: avoid; padding-right: 0.9rem; }
  .task > summary::after { display: none; }
  .task::details-content { content-visibility: visible; display: block; height: auto; }
  .task .statement, .task .reason { display: block; }
  .summary, .first-steps, .matrix tr, .answer, .entries li, .scroll tr, .glossary > div { break-inside: avoid; }
  .matrix { display: block; }
  .matrix table { margin-bottom: 1rem; }
  .scroll { overflow: visible; border: 0; }
  .scroll table { min-width: 0; font-size: 8.5pt; }
  .scroll th, .scroll td { padding: 0.35rem 0.5rem; }
  .evidence td { min-width: 0; }
}`;
