// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';

/** Who answers a check, in words. */
export const automationWords: { readonly [A in Check['automation']]: string } = {
  automatic: 'the machine',
  people: 'people, in a record',
  'not-yet': 'nothing yet: its source is not read by this version, so it is unknown',
};
