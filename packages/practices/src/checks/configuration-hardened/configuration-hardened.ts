// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import { boundScans, scanTools, sumFindings } from '../../reports/bound-scans.ts';
import { nameSome } from '../../words/name-some.ts';

// SP 800-218 PW.9.2 example 1: verify that the approved configuration is in place.
export const configurationHardened: Check = defineCheck({
  id: 'configuration-hardened',
  question: 'Does a scan of infrastructure and container configuration find nothing of medium or higher severity?',
  scope: 'repository',
  needs: ['scan-reports'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'A known version of a configuration scanner ran to its end on this commit and reports nothing at the levels error or warning that nobody has decided on.',
    doesNotShow: 'The configuration of what is running now, or settings that the scanner has no rule for.',
    resolve:
      'Pass the SARIF report of a scan of Dockerfiles, Compose, Helm, Kubernetes or Terraform files of this commit with --evidence.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Scan the configuration (Trivy, Checkov, KICS, Hadolint …)',
      'Correct what it finds, or suppress it with a reason',
    ],
  },
  answer({ 'scan-reports': item }, { asOf }) {
    const { reports, refusal } = boundScans(item, { purposes: ['iac-scan'], what: 'a configuration scan' }, asOf);
    if (refusal !== null) return refusal;
    const { error, warning, note, suppressed } = sumFindings(reports);
    const here = [cite(item, { at: reports[0].file })] as const;
    const measures = [
      { name: 'findings of medium or higher severity', value: error + warning },
      { name: 'suppressed findings', value: suppressed },
    ];
    const tools = nameSome(scanTools(reports));
    if (error + warning > 0)
      return no(`${tools}: ${error} findings of level error, ${warning} of level warning`, here, measures);
    return yes(`${tools}: no finding above low severity (${note} low, ${suppressed} suppressed)`, here, measures);
  },
});
