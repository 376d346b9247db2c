// SPDX-License-Identifier: Apache-2.0
import { html, type Markup } from './markup.ts';

/** The anchor stands inside the task's details, so that a link to it opens them without a script. */
export function taskAnchor(task: string): string {
  return `task-${task}`;
}

/** A task's id as a link to it. */
export function taskLink(task: string): Markup {
  return html`<a href="#${taskAnchor(task)}">${task}</a>`;
}
