// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { day } from './day.ts';
import { html, type Markup, type Part } from './markup.ts';

/** What was assessed, as of when, against what. */
export function masthead({ subject, asOf, catalog, profile, procedures, tool }: Assessment): Markup {
  const draft =
    catalog.status !== 'final' &&
    html`<p class="draft">This catalog is a draft (${catalog.status}): it is not normative.</p>`;
  return html`<header class="masthead">
    <p class="eyebrow">Secure software development assessment</p>
    <h1><bdi>${shortName(subject.uri)}</bdi></h1>
    ${draft}
    <dl class="facts">
      ${fact('Subject', html`<bdi>${subject.uri}</bdi>`)}
      ${fact('Commit', subject.commit === undefined ? 'not given' : html`<code>${subject.commit}</code>${subject.dirty === true ? ' with uncommitted changes of the work tree' : ''}`)}
      ${fact('As of', html`${day(asOf)} (end of day, UTC)`)} ${fact('Catalog', html`${catalog.title} (${catalog.id})`)}
      ${fact('Profile', html`${profile.title}`)}
      ${fact('Made by', html`${tool.name} ${tool.version}, procedures ${procedures.version}`)}
    </dl>
  </header>`;
}

const fact = (name: string, value: Part): Markup =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

/** The last part of the address: what people call the repository. */
export function shortName(uri: string): string {
  const parts = uri.replace(/[/]+$/u, '').split(/[/:]/u);
  return (parts.at(-1) ?? uri).replace(/\.git$/u, '') || uri;
}
