// SPDX-License-Identifier: Apache-2.0
import type { ToolchainEntry, ToolchainRecord } from '@plumbline/core/facts/records/toolchain-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { or, orNull } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, text, truth } from '../../../platform/record-schema/scalars.ts';

const tool: Schema<ToolchainEntry> = map<ToolchainEntry>(
  {
    tool: text('Id or name of the tool'),
    purpose: text('What it is used for'),
    version: orNull(text('The version decided on')),
    mandatory: or(truth('Whether every build must use it'), true),
  },
  'One tool that was decided on',
);

export const toolchainSchema: Schema<ToolchainRecord> = map<ToolchainRecord>(
  {
    owner: orNull(text('Who keeps this record')),
    reviewedOn: orNull(day('The day of its last review')),
    tools: list(tool, 'Every tool'),
  },
  'The tools that the organisation has decided on (SP 800-218 PO.3.1)',
);
