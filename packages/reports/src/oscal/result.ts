// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { OscalControlSelection, OscalResult } from '@plumbline/formats/oscal/assessment-results';
import { listed, ownProp, type OscalProp } from '@plumbline/formats/oscal/oscal-document';
import { findingsOf, undecidedOf } from './findings.ts';
import { observationsOf } from './observations.ts';
import type { OscalIds } from './oscal-ids.ts';
import { oscalMarkup, oscalString } from './oscal-text.ts';

/** The one result of the document. An assessment is as of a day: that is its start and its end. */
export function resultOf(assessment: Assessment, ids: OscalIds): OscalResult {
  const { asOf, catalog, summary, verdicts } = assessment;
  const observations = observationsOf(assessment, ids);
  return {
    uuid: ids.result,
    title: `${catalog.id} as of ${asOf.slice(0, 10)}`,
    description: `${summary.met} of ${verdicts.length} tasks met with fresh evidence, ${summary.unknown} unknown.`,
    start: asOf,
    end: asOf,
    props: propsOf(assessment),
    'local-definitions': definitionsOf(assessment, ids),
    'reviewed-controls': { 'control-selections': [selectionOf(assessment)] },
    ...listed('observations', [...observations.all, ...undecidedOf(assessment, ids, observations)]),
    ...listed('findings', findingsOf(assessment, ids, observations)),
    remarks: remarksOf(assessment),
  };
}

function propsOf({ summary, exceptions, tailoring }: Assessment): readonly OscalProp[] {
  return [
    ownProp('met', String(summary.met)),
    ownProp('partly-met', String(summary.partlyMet)),
    ownProp('not-met', String(summary.notMet)),
    ownProp('unknown', String(summary.unknown)),
    ownProp('not-applicable', String(summary.notApplicable)),
    ...exceptions.map(({ id, concerns, reason, requestedBy, approvedBy, expires }) =>
      ownProp(
        'exception',
        oscalString(id),
        `Concerns ${oscalMarkup(concerns)}: ${oscalMarkup(reason)} (requested by ${oscalMarkup(requestedBy)}, ${approvedBy === null ? 'not approved' : `approved by ${oscalMarkup(approvedBy)}`}, ${expires === null ? 'no expiry' : `expires ${oscalMarkup(expires)}`})`,
      ),
    ),
    ...tailoring.map(({ check, task, reason, approvedBy }) =>
      ownProp(
        'tailoring',
        oscalString(check),
        `Left out of ${task === null ? 'every task' : oscalMarkup(task)}: ${oscalMarkup(reason)} (approved by ${oscalMarkup(approvedBy)})`,
      ),
    ),
  ];
}

function definitionsOf({ subject, tool }: Assessment, ids: OscalIds): OscalResult['local-definitions'] {
  const commit = subject.commit === undefined ? [] : [ownProp('commit', subject.commit)];
  const title = `${tool.name} ${tool.version}`;
  const operational = { state: 'operational' } as const;
  return {
    components: [
      {
        uuid: ids.subject,
        type: 'software',
        title: oscalMarkup(subject.uri),
        description: 'The repository that was assessed.',
        ...listed('props', commit),
        status: { state: 'other', remarks: 'The assessment does not say whether it is in operation.' },
      },
    ],
    'assessment-assets': {
      components: [
        { uuid: ids.tool, type: 'software', title, description: 'The tool that assessed.', status: operational },
      ],
      'assessment-platforms': [{ uuid: ids.platform, title, 'uses-components': [{ 'component-uuid': ids.tool }] }],
    },
  };
}

/** Reviewed is what was asked about, whatever the answers; a task without a procedure was not reviewed. */
function selectionOf({ verdicts }: Assessment): OscalControlSelection {
  const asked = verdicts.filter(({ answers }) => answers.length > 0);
  if (asked.length > 0)
    return {
      description: 'The tasks about which a question was asked.',
      'include-controls': asked.map(({ task }) => ({ 'control-id': task })),
    };
  return {
    description: 'No question was asked.',
    'include-all': {},
    'exclude-controls': verdicts.map(({ task }) => ({ 'control-id': task })),
  };
}

function remarksOf({ notLookedAt, summary }: Assessment): string {
  const lines = notLookedAt.map(
    ({ what, because, resolve }) =>
      `- Not looked at: ${oscalMarkup(what)}: ${oscalMarkup(because)}. ${oscalMarkup(resolve)}`,
  );
  const undecided = `${summary.unknown} tasks are unknown and ${summary.notApplicable} not applicable. OSCAL has no status for either, so they have an observation with the property verdict and no finding.`;
  return [undecided, ...(lines.length === 0 ? [] : ['', ...lines])].join('\n');
}
