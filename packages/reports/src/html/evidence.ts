// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { Evidence } from '@plumbline/core/evidence/evidence';
import { factSources } from '@plumbline/core/facts/fact-sources';
import { day } from './day.ts';
import { html, type Markup } from './markup.ts';
import { evidenceAnchor } from './page-context.ts';

/** Every item of evidence, without the facts themselves: those can hold people's addresses. */
export function evidenceSection({ evidence }: Assessment): Markup {
  return html`<section aria-labelledby="evidence">
    <h2 id="evidence">Evidence</h2>
    <p>
      ${evidence.length} items. The digest is over what was seen, not over the moment of collection: the same facts
      tomorrow have the same digest.
    </p>
    <div class="scroll" role="region" aria-label="Table of the evidence" tabindex="0">
      <table class="evidence">
        <thead>
          <tr>
            <th scope="col">Evidence</th>
            <th scope="col">State</th>
            <th scope="col">Strength</th>
            <th scope="col">In effect</th>
            <th scope="col">Collected</th>
          </tr>
        </thead>
        <tbody>
          ${evidence.map(evidenceRow)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function evidenceRow(item: Evidence): Markup {
  return html`<tr id="${evidenceAnchor(item.kind)}" class="${item.state}">
    <th scope="row">
      ${factSources[item.kind].title}<br /><code><bdi>${item.location}</bdi></code
      ><br /><code class="digest">${item.digest}</code>
    </th>
    <td>${stateOf(item)}</td>
    <td class="word">${item.strength}</td>
    <td>${day(item.effectiveAt)}${item.expiresAt !== undefined && html`<br />until ${day(item.expiresAt)}`}</td>
    <td>${day(item.collectedAt)}<br /><span class="note">${item.collector.id} ${item.collector.version}</span></td>
  </tr>`;
}

function stateOf(item: Evidence): Markup {
  if (item.state === 'found') return html`<b>found</b>`;
  if (item.state === 'absent') return html`<b>absent</b><br />looked in ${item.lookedIn}`;
  return html`<b>unavailable</b><br />${item.because}. ${item.resolve}`;
}
