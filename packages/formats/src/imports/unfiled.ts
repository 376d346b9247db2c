// SPDX-License-Identifier: Apache-2.0
import type { ImportBinding } from '@plumbline/core/facts/imported/import-binding';

/** What a file says, before it is known which file said it. */
export type Unfiled<T extends ImportBinding> = Omit<T, 'file' | 'sha256'>;
