// SPDX-License-Identifier: Apache-2.0

export const tableStyles: string = `
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); }
.scroll table { border-collapse: collapse; width: 100%; min-width: 46rem; font-size: 0.92rem; }
.scroll th, .scroll td { text-align: left; vertical-align: top; padding: 0.6rem 0.9rem; border-top: 1px solid var(--line); }
.scroll thead th { border-top: 0; color: var(--quiet); font-weight: 600; white-space: nowrap; }
.scroll tbody th { font-weight: 600; width: 34%; }
.scroll th[scope='rowgroup'] { background: var(--page); }
.evidence tbody th { width: 46%; }
.scroll tbody th code { font-weight: 400; }
.scroll tr:target { background: var(--open-ground); }
.evidence td { min-width: 7.5rem; }
.evidence time { white-space: nowrap; }
.word { white-space: nowrap; }
.scroll tbody th .digest { font-size: 0.75rem; color: var(--quiet); word-break: break-all; }
.entries { display: grid; gap: 0.75rem; max-width: 60rem; }
.entries li { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 0.75rem 1rem; }
.glossary { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 0 2.5rem; }
.glossary h3 { margin-top: 0.5rem; }
.glossary dt { margin-top: 0.7rem; }
.glossary .note { margin-top: 0.8rem; }`;
