// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';

/**
 * One way a tool shows itself in a pipeline. A tool with several purposes has several ways with one `id`. Never a job's,
 * file's or step's name: only what is run.
 */
export type ToolWay = {
  readonly id: string;
  readonly name: string;
  readonly purposes: readonly ToolPurpose[];
  /** Languages it analyses, spelled as Linguist does; `*` for many, none where that has no meaning. */
  readonly languages: readonly string[];
  readonly signs: ToolSigns;
};

/**
 * What the step must show. Each list is of alternatives.
 *
 * `commands`: `program word…`, alternatives by `|`. A plain word must be the next argument that is no option, `~word` any
 * argument (`*` at its end for any ending), `-word` an option (with or without `=value`), `!word` must not occur.
 * `actions`: `owner/name[/path]`, with conditions on inputs in brackets: `[scan-type=fs|image]`, `*` for set and not
 * false, nothing for not set; `[@>=1.11]` for no older version, where one is told.
 * `images`: an image's name without registry host and tag. `templates`: GitLab's own CI templates and components.
 * `tasks`: Azure Pipelines tasks without `@version`. `orbs`: CircleCI orbs without `@version`. `jenkins`: pipeline steps.
 */
export type ToolSigns = {
  readonly commands?: readonly string[];
  readonly actions?: readonly string[];
  readonly images?: readonly string[];
  readonly templates?: readonly string[];
  readonly tasks?: readonly string[];
  readonly orbs?: readonly string[];
  readonly jenkins?: readonly string[];
};

/** A maker of ways for one list of purposes, so that a file of tools reads as a table. */
export function forPurposes(
  ...purposes: readonly ToolPurpose[]
): (id: string, name: string, languages: readonly string[], signs: ToolSigns) => ToolWay {
  return (id, name, languages, signs) => ({ id, name, purposes, languages, signs });
}
