// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import { boundScans, scanTools, sumFindings } from '../../reports/bound-scans.ts';
import { nameSome } from '../../words/name-some.ts';

/** CWE classes of unsafe functions and calls: memory, formats, commands, deserialisation, dynamic code. */
const unsafe: ReadonlySet<string> = new Set(
  [78, 88, 94, 95, 119, 120, 121, 122, 125, 131, 134, 170, 190, 194, 195, 242, 251, 415, 416, 467, 468, 470, 476]
    .concat([477, 502, 562, 590, 611, 676, 680, 785, 787, 805, 843, 1333])
    .map((number) => `CWE-${number}`),
);

// SP 800-218 PW.5.1 example 2: avoid using unsafe functions and calls.
export const unsafeConstructsAbsentOrDecided: Check = defineCheck({
  id: 'unsafe-constructs-absent-or-decided',
  question: 'Does static analysis of this commit find no unsafe function or call that nobody has decided on?',
  scope: 'repository',
  needs: ['scan-reports'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'A known version of an analyser with rules ran to its end on this commit and reports no unsuppressed finding of the classes that unsafe constructs end in. Suppressed findings are decisions; their number is shown.',
    doesNotShow: 'Constructs that the rules of this analyser do not look for.',
    resolve: 'Pass a SARIF report of static analysis of this commit, whose rules carry CWE ids, with --evidence.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Replace the unsafe calls that the analysis names',
      'Where one must stay, suppress the finding with its reason',
    ],
  },
  answer({ 'scan-reports': item }, { asOf }) {
    const { reports, refusal } = boundScans(item, { purposes: ['sast'], what: 'static analysis' }, asOf);
    if (refusal !== null) return refusal;
    const here = [cite(item, { at: reports[0].file })] as const;
    const classes = [...new Set(reports.flatMap(({ weaknesses }) => weaknesses))]
      .filter((weakness) => unsafe.has(weakness))
      .toSorted();
    const { error, warning, suppressed } = sumFindings(reports);
    const measures = [
      { name: 'findings', value: error + warning },
      { name: 'suppressed findings', value: suppressed },
    ];
    const tools = nameSome(scanTools(reports));
    if (classes.length > 0) return no(`${tools}: findings of ${nameSome(classes, 5)}`, here, measures);
    if (error + warning > 0 && reports.every(({ weaknesses }) => weaknesses.length === 0))
      return unknown(
        `${tools}: ${error + warning} findings do not say which weakness they are of`,
        'Pass a report whose rules carry CWE ids',
        here,
        measures,
      );
    if (reports.every(({ rules, ruleSet }) => rules === 0 && ruleSet === undefined))
      return unknown(
        `${tools}: the report does not say which rules ran`,
        'Let the report list its rules (SARIF: tool.driver.rules)',
        here,
        measures,
      );
    return yes(`${tools}: no unsafe construct found (${suppressed} suppressed)`, here, measures);
  },
});
