// SPDX-License-Identifier: Apache-2.0

export const taskStyles: string = `
.group > h3 { font-size: 1.25rem; margin-top: 2rem; padding-bottom: 0.35rem; border-bottom: 1px solid var(--line); }
.practice { margin-top: 1.25rem; }
.task { margin-top: 0.5rem; background: var(--surface); border: 1px solid var(--line); border-left: 4px solid var(--edge); border-radius: 8px; }
.task > summary { display: block; position: relative; cursor: pointer; padding: 0.65rem 2.75rem 0.65rem 0.9rem; border-radius: 8px; }
.task > summary::-webkit-details-marker { display: none; }
.task > summary::after {
  content: ''; position: absolute; right: 1.1rem; top: 1.15rem; width: 0.55rem; height: 0.55rem;
  border: solid var(--quiet); border-width: 0 2px 2px 0; transform: rotate(45deg);
}
.task[open] > summary::after { transform: translateY(4px) rotate(-135deg); }
.task > summary:hover { background: var(--page); }
.task .line { display: flex; flex-wrap: wrap; gap: 0.3rem 0.7rem; align-items: center; }
.task .statement, .task .reason { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; margin-top: 0.25rem; }
.task .statement { color: var(--quiet); }
.task[open] .statement, .task[open] .reason { display: block; }
.task[open] .reason { font-weight: 600; }
.task .body { padding: 0.25rem 0.9rem 1rem; scroll-margin-top: 9rem; }
.task .body > p { max-width: 60rem; margin-bottom: 0.5rem; }
.answers { display: grid; gap: 0.75rem; }
.answer { border-top: 1px solid var(--line); padding-top: 0.75rem; display: grid; gap: 0.3rem; max-width: 60rem; }
.answer .asked { display: flex; gap: 0.7rem; align-items: baseline; }
.check, .label, .limits { color: var(--quiet); font-size: 0.9rem; }
.label { font-weight: 600; }
.measures, .citations { display: grid; gap: 0.2rem; font-size: 0.95rem; }
.citations li { padding-left: 0.9rem; border-left: 2px solid var(--line); }
.resolve { padding: 0.5rem 0.9rem; border: 1px dashed var(--open-edge); border-radius: 8px; background: var(--open-ground); color: var(--open-text); }
.remedy { padding: 0.5rem 0.9rem; border: 1px solid var(--line); border-radius: 8px; background: var(--page); }
.remedy ol { list-style: decimal; padding-left: 1.4rem; }
@media (max-width: 36rem) { .answer .asked { display: grid; justify-items: start; gap: 0.25rem; } }`;
