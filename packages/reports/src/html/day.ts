// SPDX-License-Identifier: Apache-2.0
import { html, type Markup } from './markup.ts';

/** The day of an ISO 8601 instant. */
export function day(instant: string): Markup {
  const date = instant.slice(0, 10);
  return html`<time datetime="${date}">${date}</time>`;
}
