// SPDX-License-Identifier: Apache-2.0
import type { EnvironmentEntry, EnvironmentsRecord } from '@plumbline/core/facts/records/environments-record';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aJob, aPipeline, ciPipelines } from '../../testing/fixture-facts.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const environment = (name: string, kind: EnvironmentEntry['kind']): EnvironmentEntry => ({
  name,
  kind,
  network: `${name}-net`,
  identities: `${name} service accounts`,
  secrets: `vault/${name}`,
});
const environments = [environment('ci', 'build'), environment('staging', 'test'), environment('live', 'production')];
const record: EnvironmentsRecord = { owner: 'platform team', reviewedOn: '2026-03-01', environments };
const ci = ciPipelines(aPipeline({ jobs: [aJob({ environment: 'Live' })] }));

export const fixtures: CheckFixtures = {
  facts: { 'record:environments': aRecord(record), 'ci-pipelines': ci },
  flip: { kind: 'record:environments', at: ['content', 'environments', 1, 'secrets'], to: 'Vault/live' },
  also: [
    { name: 'no register', facts: { 'record:environments': 'absent', 'ci-pipelines': ci }, outcome: 'no' },
    {
      name: 'no test environment',
      facts: {
        'record:environments': aRecord({ ...record, environments: environments.filter(({ kind }) => kind !== 'test') }),
        'ci-pipelines': ci,
      },
      outcome: 'no',
    },
    {
      name: 'a pipeline deploys to an unknown environment',
      facts: {
        'record:environments': aRecord(record),
        'ci-pipelines': ciPipelines(aPipeline({ jobs: [aJob({ environment: 'demo' })] })),
      },
      outcome: 'no',
    },
    {
      name: 'no pipelines',
      facts: { 'record:environments': aRecord(record), 'ci-pipelines': 'absent' },
      outcome: 'yes',
    },
  ],
};
