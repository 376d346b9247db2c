// SPDX-License-Identifier: Apache-2.0
import type { Effort } from '@plumbline/core/answers/check';

/** Working days of one person who knows the project: the middle of what each word means. */
export const effortDays: { readonly [E in Effort]: number } = { minutes: 0.1, hours: 0.5, days: 3, weeks: 10 };
