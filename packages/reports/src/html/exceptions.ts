// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { ExceptionEntry } from '@plumbline/core/facts/records/exceptions-record';
import { html, type Markup } from './markup.ts';

/** Exceptions and tailoring: part of the truth, shown in every report, and they change no answer. */
export function exceptionsSection({ exceptions, tailoring }: Assessment): Markup {
  return html`<section aria-labelledby="exceptions">
    <h2 id="exceptions">Exceptions and tailoring</h2>
    <p>
      An exception changes no answer. Tailoring leaves out a required answer, with a reason; the verdict without it
      stands beside.
    </p>
    <h3>Exceptions</h3>
    ${
      exceptions.length === 0
        ? html`<p>None.</p>`
        : html`<ul class="entries">
            ${exceptions.map(exceptionItem)}
          </ul>`
    }
    <h3>Tailoring</h3>
    ${
      tailoring.length === 0
        ? html`<p>None.</p>`
        : html`<ul class="entries">
            ${tailoring.map(tailoredItem)}
          </ul>`
    }
  </section>`;
}

function exceptionItem({ id, concerns, reason, requestedBy, approvedBy, approvedOn, expires }: ExceptionEntry): Markup {
  return html`<li>
    <p><b>${id}</b> concerns <code>${concerns}</code></p>
    <p>${reason}</p>
    <p class="note">
      Requested by ${requestedBy}.
      ${approvedBy === null ? html`<b>Not approved.</b>` : html`Approved by ${approvedBy}${approvedOn !== null && ` on ${approvedOn}`}.`}
      ${expires === null ? html`<b>No expiry.</b>` : html`Expires ${expires}.`}
    </p>
  </li>`;
}

const tailoredItem = ({ check, task, reason, approvedBy }: Assessment['tailoring'][number]): Markup =>
  html`<li>
    <p><code>${check}</code> is left out ${task === null ? 'of every task' : `of ${task}`}</p>
    <p>${reason}</p>
    <p class="note">Approved by ${approvedBy}.</p>
  </li>`;
