// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { type NotLookedAtGroup, notLookedAtGroups, type NotLookedAtReason } from '../not-looked-at-groups.ts';
import { html, type Markup } from './markup.ts';

/** What nobody looked at, and what would change that. */
export function notLookedAtSection({ notLookedAt }: Assessment): Markup {
  return html`<section aria-labelledby="not-looked-at">
    <h2 id="not-looked-at">What was not looked at, and why</h2>
    ${
      notLookedAt.length === 0
        ? html`<p>Everything that a procedure asks for was looked at.</p>`
        : table(notLookedAtGroups(notLookedAt))
    }
  </section>`;
}

const table = (groups: readonly NotLookedAtGroup[]): Markup =>
  html`<div class="scroll" role="region" aria-label="Table of what was not looked at" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Why not</th>
          <th scope="col">What would let us</th>
        </tr>
      </thead>
      ${groups.map(groupRows)}
    </table>
  </div>`;

const groupRows = ({ title, hint, reasons }: NotLookedAtGroup): Markup =>
  html`<tbody>
    <tr>
      <th scope="rowgroup" colspan="3">${title}</th>
    </tr>
    ${reasons.map((reason) => reasonRow(reason, hint))}
  </tbody>`;

const resolvesMax = 6;

/** Many ways that say the same in other words are told once. */
const reasonRow = ({ whats, because, resolves }: NotLookedAtReason, hint: string): Markup =>
  html`<tr>
    <th scope="row">${listed(whats)}</th>
    <td>${because}</td>
    <td>${resolves.length > resolvesMax ? hint : listed(resolves)}</td>
  </tr>`;

/** One below the other, where there are several. */
const listed = (texts: readonly string[]): Markup =>
  html`${texts.map((text, index) => html`${index > 0 && html`<br />`}<bdi>${text}</bdi>`)}`;
