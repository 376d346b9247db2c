// SPDX-License-Identifier: Apache-2.0
import { verdictValues } from '@plumbline/core/verdicts/verdict';

/** Without a script: what is inside a practice decides whether it is shown. Browsers without :has() show everything. */
const shown = verdictValues
  .map(
    (value) => `
  .practices:has(#show-${value}:checked) [data-has~='${value}'] { display: block; }
  .practices:has(#show-${value}:checked) [data-verdict='${value}'] { display: block; }`,
  )
  .join('');

export const filterStyles: string = `
.filters { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: center; }
.filters fieldset { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; border: 0; margin: 0; padding: 0; min-width: 0; }
.filters legend { float: left; margin-right: 0.75rem; padding: 0; font-weight: 600; }
.filters label {
  display: inline-flex; gap: 0.4em; align-items: center; border: 1px solid var(--edge); border-radius: 999px; padding: 0.2rem 0.8rem;
  background: var(--ground); color: var(--ink); font-size: 0.9rem; font-weight: 600; cursor: pointer;
}
.filters label.open { border-style: dashed; }
.filters label:has(:focus-visible) { outline: 3px solid var(--link); outline-offset: 2px; }
.filters input { accent-color: var(--link); width: 1.05rem; height: 1.05rem; margin: 0; }
.filters .count { font-variant-numeric: tabular-nums; }
.filters button {
  font: inherit; font-size: 0.9rem; color: var(--link); background: var(--surface); border: 1px solid var(--line);
  border-radius: 8px; padding: 0.25rem 0.8rem; cursor: pointer;
}
@supports selector(:has(*)) {
  [data-has], [data-verdict] { display: none; }${shown}
}`;
