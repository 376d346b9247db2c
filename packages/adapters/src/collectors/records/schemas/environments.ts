// SPDX-License-Identifier: Apache-2.0
import type { EnvironmentEntry, EnvironmentsRecord } from '@plumbline/core/facts/records/environments-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { orNull } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, oneOf, text } from '../../../platform/record-schema/scalars.ts';

const environment: Schema<EnvironmentEntry> = map<EnvironmentEntry>(
  {
    name: text('Name of the environment'),
    kind: oneOf(['development', 'build', 'test', 'production'], 'What it is for'),
    network: text('Its network, by a name that other environments do not share'),
    identities: text('The accounts that may act in it'),
    secrets: text('Where its secrets are kept'),
  },
  'One environment',
);

export const environmentsSchema: Schema<EnvironmentsRecord> = map<EnvironmentsRecord>(
  {
    owner: orNull(text('Who keeps this record')),
    reviewedOn: orNull(day('The day of its last review')),
    environments: list(environment, 'Every environment'),
  },
  'Development, build, test and production kept apart (SP 800-218 PO.5.1)',
);
