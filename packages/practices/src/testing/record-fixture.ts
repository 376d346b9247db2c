// SPDX-License-Identifier: Apache-2.0
import type { RecordFile } from '@plumbline/core/facts/records/record';

/** A record that somebody has filled in. */
export function aRecord<T>(content: T, path = 'security/record.yaml'): RecordFile<T> {
  return { path, content, placeholder: false };
}
