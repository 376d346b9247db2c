// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { boundScans, scanTools, sumFindings } from '../../reports/bound-scans.ts';
import { counted } from '../../words/counted.ts';
import { nameSome } from '../../words/name-some.ts';
import { shortText } from '../../words/short-text.ts';

// No findings count only with proof that the scanner ran to its end on this commit (DESIGN §2.6).
export const noSecretsInHistory: Check = defineCheck({
  id: 'no-secrets-in-history',
  question: 'Did a secret scanner read the history of this commit to its end and find nothing?',
  scope: 'repository',
  needs: ['scan-reports'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'A known version of a secret scanner read the whole history up to the assessed commit, to its end, without a finding.',
    doesNotShow: 'Secrets that no rule knows, and branches that were not fetched.',
    resolve:
      'Scan the full history and pass the SARIF with --evidence; it must name tool version, rules, commit, command line and how it ended.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Revoke and replace every secret that was found: it counts as known to others',
      'Take it out of the code, keep secrets in a vault, and turn on push protection',
    ],
  },
  answer({ 'scan-reports': item }, { asOf }) {
    const { reports, refusal } = boundScans(item, { purposes: ['secret-scan'], what: 'a secret scan' }, asOf);
    if (refusal !== null) return refusal;
    const { suppressed, ...levels } = sumFindings(reports);
    const findings = levels.error + levels.warning + levels.note + levels.none;
    const files = citeAll(
      item,
      reports.map(({ file }) => shortText(file)),
    );
    const measures = [
      { name: 'findings', value: findings },
      { name: 'suppressed findings', value: suppressed },
    ];
    const tools = nameSome(scanTools(reports));
    if (findings > 0) return no(`${tools} found ${counted(findings, 'secret')}`, files, measures);
    // An exception changes no answer (DESIGN §2.9), and from here a false alarm and an excuse look the same.
    if (suppressed > 0) {
      return unknown(
        `${tools} found nothing else, but ${counted(suppressed, 'finding')} were suppressed`,
        "Replace the secrets, or leave false alarms out by the scanner's own rules, and scan again",
        files,
        measures,
      );
    }
    if (!reports.some(({ history }) => history === true)) {
      return unknown(
        `${tools} found nothing, but the report does not say that the whole history was read`,
        'Let the report give the command line (SARIF: invocations[].commandLine), such as `gitleaks git --log-opts=--all`',
        files,
        measures,
      );
    }
    return yes(`${tools} read the history to the end and found nothing`, [cite(item), ...files], measures);
  },
});
