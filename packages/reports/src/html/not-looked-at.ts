// SPDX-License-Identifier: Apache-2.0
import type { Assessment, NotLookedAt } from '@plumbline/core/assessment/assessment';
import { html, type Markup } from './markup.ts';

/** What nobody looked at, and what would change that. */
export function notLookedAtSection({ notLookedAt }: Assessment): Markup {
  return html`<section aria-labelledby="not-looked-at">
    <h2 id="not-looked-at">What was not looked at, and why</h2>
    ${notLookedAt.length === 0 ? html`<p>Everything that a procedure asks for was looked at.</p>` : table(notLookedAt)}
  </section>`;
}

const table = (entries: readonly NotLookedAt[]): Markup =>
  html`<div class="scroll" role="region" aria-label="Table of what was not looked at" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Why not</th>
          <th scope="col">What would let us</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map(entryRow)}
      </tbody>
    </table>
  </div>`;

const entryRow = ({ what, because, resolve }: NotLookedAt): Markup =>
  html`<tr>
    <th scope="row"><bdi>${what}</bdi></th>
    <td>${because}</td>
    <td>${resolve}</td>
  </tr>`;
