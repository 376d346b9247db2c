// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite } from '@plumbline/core/answers/cite';
import { factSources } from '@plumbline/core/facts/fact-sources';
import { boundScans, scanTools, sumFindings } from '../../reports/bound-scans.ts';
import { countedDependencies, namesNoComponent } from '../../dependencies/counted-dependencies.ts';
import { nameSome } from '../../words/name-some.ts';

/** New vulnerabilities appear every day: an older analysis says too little about today. */
const scanDaysMax = 30;

// SP 800-218 PW.4.1, PW.4.4 example 1. Tools report high and critical as error, medium as warning, low as note.
export const componentsWithoutKnownVulnerabilities: Check = defineCheck({
  id: 'components-without-known-vulnerabilities',
  question: 'Are the components free of known vulnerabilities of medium or higher severity that nobody has decided on?',
  scope: 'repository',
  needs: ['dependency-inventory'],
  uses: ['scan-reports'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'Software composition analysis of this commit ended in the last 30 days without findings at the levels error or warning. Suppressed findings are decisions; their number is shown.',
    doesNotShow:
      'Vulnerabilities that nobody has published, and components that the tool did not see, such as vendored code.',
    resolve:
      'Pass a SARIF report of composition analysis (OSV-Scanner, Trivy, Grype …) with --evidence; it has to name its commit, the tool’s version and that the run completed.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Run composition analysis over the assessed commit and pass its report',
      'Update the components that it names',
      'Where there is no fixed version, decide, and suppress the finding with the reason',
    ],
    after: ['components-locked'],
  },
  answer({ 'dependency-inventory': inventory, 'scan-reports': scans }, { asOf }) {
    if (inventory.state === 'found' && namesNoComponent(countedDependencies(inventory.fact)))
      return notApplicable('The manifests name no component from outside', [cite(inventory)]);
    if (scans === undefined)
      return unknown('No report of composition analysis was passed', factSources['scan-reports'].resolve, [
        cite(inventory),
      ]);
    const wish = { purposes: ['sca'], what: 'composition analysis', daysMax: scanDaysMax } as const;
    const { reports, refusal } = boundScans(scans, wish, asOf);
    if (refusal !== null) return refusal;
    const { error, warning, note, suppressed } = sumFindings(reports);
    const measures = [
      { name: 'findings of medium or higher severity', value: error + warning },
      { name: 'findings of low severity', value: note },
      { name: 'suppressed findings', value: suppressed },
    ];
    const citations = [cite(scans, { at: reports[0].file }), cite(inventory)] as const;
    const tools = nameSome(scanTools(reports));
    if (error + warning > 0)
      return no(`${tools}: ${error} findings of level error, ${warning} of level warning`, citations, measures);
    return yes(`${tools}: no finding above low severity (${note} low, ${suppressed} suppressed)`, citations, measures);
  },
});
