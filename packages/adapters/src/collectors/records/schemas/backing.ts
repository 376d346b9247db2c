// SPDX-License-Identifier: Apache-2.0
import type { Backing } from '@plumbline/core/facts/records/record';
import type { Members } from '../../../platform/record-schema/collections.ts';
import { optional } from '../../../platform/record-schema/presence.ts';
import { day, text } from '../../../platform/record-schema/scalars.ts';

/** With all three an entry is documented, else it is asserted. */
export const backing: Members<Backing> = {
  document: optional(text('Path or URL of the dated document behind this entry')),
  owner: optional(text('Who owns that document')),
  reviewedOn: optional(day('The day of its last review')),
};
