// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { RoadmapAction } from '@plumbline/core/roadmap/roadmap';
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import type { VerdictValue } from '@plumbline/core/verdicts/verdict';
import { type NotLookedAtReason, notLookedAtGroups } from '../not-looked-at-groups.ts';
import type { ReportOptions } from '../report-options.ts';
import { boundedSections, type Section } from './bounded-sections.ts';
import { groupTable } from './group-table.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { subjectMarkdown } from './subject-markdown.ts';
import { brief, failingEntry, unknownEntries } from './task-entry.ts';

/** Forges refuse comments over 65,536 characters. */
export const commentLengthMax = 65_000;

const stepsMax = 3;

/**
 * `assess --format markdown`: a comment on a pull request, in the Markdown of GitHub and GitLab. Never longer than
 * `commentLengthMax`; what was cut is said. Text from outside makes no markup, no link, and mentions nobody.
 */
export function renderMarkdown(assessment: Assessment, options: ReportOptions = {}): string {
  const start = [head(assessment), groupTable(assessment), firstSteps(options.actions ?? [])].filter(
    (part) => part !== '',
  );
  const text = `${start.join('\n\n')}\n`;
  return `${text}${boundedSections(sectionsOf(assessment), commentLengthMax - text.length)}`;
}

function head({ verdicts, summary, subject, asOf, catalog, profile, tool }: Assessment): string {
  const draft = catalog.status === 'final' ? '' : ' (a draft, not normative)';
  return [
    `### ${markdownText(catalog.id)}: ${summary.met} of ${verdicts.length} tasks met with fresh evidence, ${summary.unknown} unknown`,
    '',
    `${subjectMarkdown(subject)}, as of ${markdownText(asOf.slice(0, 10))}, catalog ${markdownText(catalog.id)}${draft}, profile ${brief(profile.id)}, ${tool.name} ${markdownText(tool.version)}`,
  ].join('\n');
}

function firstSteps(actions: readonly RoadmapAction[]): string {
  const steps = actions.slice(0, stepsMax).map(({ title, effort, tasks, patch }, index) => {
    const ready = patch === null ? '' : ', ready patch';
    return `${index + 1}. **${brief(title)}** (${effort}${ready}; helps ${tasks.map(markdownText).join(', ')})`;
  });
  return steps.length === 0 ? '' : ['**What to do first**', '', ...steps].join('\n');
}

function sectionsOf(assessment: Assessment): readonly Section[] {
  const { verdicts, exceptions, tailoring, notLookedAt } = assessment;
  const having = (...values: readonly VerdictValue[]): Assessment['verdicts'] =>
    verdicts.filter(({ verdict }) => values.includes(verdict));
  const failing = having('not-met', 'partly-met');
  const unknown = having('unknown');
  return [
    {
      title: `${verdictSigns['not-met'].symbol} Not met or partly met: ${failing.length}`,
      entries: failing.map(failingEntry),
    },
    {
      title: `Exceptions and tailoring: ${exceptions.length + tailoring.length}`,
      entries: [...exceptions.map(exceptionEntry), ...tailoring.map(tailoredEntry)],
    },
    {
      title: `${verdictSigns.unknown.symbol} Unknown: ${unknown.length}, by what would answer them`,
      entries: unknownEntries(unknown),
    },
    {
      title: `Not looked at: ${notLookedAt.length}`,
      entries: notLookedAtGroups(notLookedAt).flatMap(({ title, reasons }) =>
        reasons.map((reason) => reasonEntry(title, reason)),
      ),
    },
  ];
}

const whatsMax = 20;

function reasonEntry(title: string, { whats, because, resolves }: NotLookedAtReason): string {
  const left = whats.length - whatsMax;
  const named = `${whats.slice(0, whatsMax).map(brief).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
  const [resolve = '', ...others] = resolves;
  return `- **${title}**: ${named}: ${brief(because)}${others.length === 0 ? `. ${brief(resolve)}` : ''}`;
}

function exceptionEntry({ id, concerns, reason, approvedBy, expires }: Assessment['exceptions'][number]): string {
  const approved = approvedBy === null ? '**not approved**' : `approved by ${brief(approvedBy)}`;
  const until = expires === null ? '**no expiry**' : `until ${brief(expires)}`;
  return `- ${brief(id)} concerns ${brief(concerns)}: ${brief(reason)} (${approved}, ${until})`;
}

function tailoredEntry({ check, task, reason, approvedBy }: Assessment['tailoring'][number]): string {
  const where = task === null ? 'every task' : brief(task);
  return `- ${markdownCode(check)} is left out of ${where}: ${brief(reason)} (approved by ${brief(approvedBy)})`;
}
