// SPDX-License-Identifier: Apache-2.0
import type { SecureDefault, SecureDefaultsRecord } from '@plumbline/core/facts/records/secure-defaults-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { orNull } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, text } from '../../../platform/record-schema/scalars.ts';

const setting: Schema<SecureDefault> = map<SecureDefault>(
  {
    setting: text('Name of the setting'),
    value: text('Its secure default, in quotes'),
    why: orNull(text('Why this value')),
    testedBy: orNull(text('The test that asserts it')),
  },
  'One setting that affects security',
);

export const secureDefaultsSchema: Schema<SecureDefaultsRecord> = map<SecureDefaultsRecord>(
  {
    owner: orNull(text('Who keeps this record')),
    reviewedOn: orNull(day('The day of its last review')),
    settings: list(setting, 'Every setting that affects security'),
  },
  'Settings with their secure defaults (SP 800-218 PW.9.1)',
);
