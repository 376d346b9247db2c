// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import { boundScans, scanTools, sumFindings } from '../../reports/bound-scans.ts';
import { nameSome } from '../../words/name-some.ts';
import { statementOn } from '../../records/statement-on.ts';

const id = 'standard-security-features-used';

/** CWE classes that own implementations of cryptography, randomness, authentication, sessions or log sanitising end in. */
const homeMade: ReadonlySet<string> = new Set(
  [117, 208, 256, 257, 261, 287, 303, 306, 321, 323, 325, 326, 327, 328, 329, 330, 331, 334, 335, 338, 340, 347, 384]
    .concat([521, 522, 532, 565, 613, 614, 759, 760, 780, 798, 916, 1204, 1240, 1241])
    .map((number) => `CWE-${number}`),
);

// SP 800-218 PW.1.3. Neither half is enough alone: a scan cannot see what should have been used, a word cannot see code.
// What the machine saw makes its strength; the statement says what it was to be.
export const standardSecurityFeaturesUsed: Check = defineCheck({
  id,
  question: 'Does the product use standard security features and services instead of its own implementations?',
  scope: 'product',
  needs: ['record:statements', 'scan-reports'],
  strength: 'observed',
  automation: 'people',
  guide: {
    shows:
      'A named person says which standard features the product uses (cryptography, identity, access, sessions, logging), and static analysis of this commit found nothing of the kind that own implementations end in.',
    doesNotShow: 'That no own implementation exists: analysis finds its typical mistakes, not a correct one.',
    resolve: `State it in security/statements.yaml with topic ${id}, and pass a SARIF report of static analysis of this commit with --evidence.`,
  },
  remedy: {
    effort: 'weeks',
    steps: [
      'List where the product does cryptography, authentication, sessions, tokens and logging, and with what',
      'Replace own implementations by those of the platform or of a maintained library',
      'Record the statement and pass the report of static analysis',
    ],
  },
  answer({ 'record:statements': statements, 'scan-reports': scans }, { asOf }) {
    const stated = statementOn(statements, id, asOf);
    if (stated.refusal !== null) return stated.refusal;
    const { reports, refusal } = boundScans(scans, { purposes: ['sast'], what: 'static analysis' }, asOf);
    if (refusal !== null) return refusal;
    const { citation } = stated;
    const scan = cite(scans, { at: reports[0].file });
    const found = reports.flatMap(({ weaknesses }) => weaknesses.filter((weakness) => homeMade.has(weakness)));
    const classes = [...new Set(found)].toSorted();
    if (classes.length > 0) return no(`Static analysis found ${nameSome(classes, 5)}`, [scan, citation]);
    const { error, warning } = sumFindings(reports);
    if (error + warning > 0 && reports.every(({ weaknesses }) => weaknesses.length === 0))
      return unknown(
        `${error + warning} findings do not say which weakness they are of`,
        'Pass a report whose rules carry CWE ids',
        [scan, citation],
      );
    return yes(`Stated, and ${nameSome(scanTools(reports))} found no weakness of own security features`, [
      citation,
      scan,
    ]);
  },
});
