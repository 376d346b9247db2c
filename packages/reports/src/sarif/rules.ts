// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { SarifContent, SarifLevel, SarifRule } from '@plumbline/formats/sarif/sarif-log';
import { sarifMessage } from '@plumbline/formats/sarif/sarif-message';
import type { AskedCheck } from '../asked-checks.ts';
import type { CheckHelp, ReportOptions } from '../report-options.ts';
import { taskReferences } from './taxonomy.ts';

/** What a no weighs: a required one is an error. */
export function levelOf({ required }: AskedCheck): SarifLevel {
  return required ? 'error' : 'warning';
}

/** One rule a check. */
export function rulesOf(
  assessment: Assessment,
  asked: readonly AskedCheck[],
  { help = {} }: ReportOptions,
): readonly SarifRule[] {
  return asked.map((check) => ruleOf(assessment, check, help[check.check]));
}

function ruleOf(assessment: Assessment, check: AskedCheck, help: CheckHelp | undefined): SarifRule {
  return {
    id: check.check,
    shortDescription: sarifMessage(check.question),
    ...(help !== undefined && { fullDescription: sarifMessage(help.guide.shows), help: helpOf(help) }),
    defaultConfiguration: { level: levelOf(check) },
    relationships: taskReferences(assessment, check.tasks).map((target) => ({ target, kinds: ['relevant'] })),
    properties: { tags: ['security', 'ssdf', ...check.tasks] },
  };
}

/** Our own words, never text from outside: the Markdown needs no escaping. */
function helpOf({ guide, remedy }: CheckHelp): SarifContent {
  const limits = `A yes shows: ${guide.shows}\nIt does not show: ${guide.doesNotShow}\nIf unknown: ${guide.resolve}`;
  const steps = remedy.steps.map((step, index) => `${index + 1}. ${step}`);
  return {
    text: `${limits}\nHow to get to yes (${remedy.effort}):\n${steps.join('\n')}`,
    markdown: `${limits.replaceAll('\n', '\n\n')}\n\n**How to get to yes** (${remedy.effort})\n\n${steps.join('\n')}`,
  };
}
