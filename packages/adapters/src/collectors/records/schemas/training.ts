// SPDX-License-Identifier: Apache-2.0
import type { TrainingEntry, TrainingRecord } from '@plumbline/core/facts/records/training-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { orNull } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, text } from '../../../platform/record-schema/scalars.ts';

const entry: Schema<TrainingEntry> = map<TrainingEntry>(
  {
    person: text('E-mail address or handle as it appears in commits'),
    role: orNull(text('The role that the training is for')),
    course: text('Name of the training'),
    completedOn: day('The day on which it was completed'),
    validUntil: day('The last day on which it counts'),
  },
  'One completed training',
);

export const trainingSchema: Schema<TrainingRecord> = map<TrainingRecord>(
  { entries: list(entry, 'Completed training') },
  'Role-based training of everybody who commits or approves (SP 800-218 PO.2.2)',
);
