// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { Timestamp } from '@plumbline/formats/rfc3161/timestamp';

/** Whether these bytes are what was stamped. */
export const isOver = ({ imprint }: Timestamp, stamped: Uint8Array): boolean =>
  createHash(imprint.algorithm).update(stamped).digest().equals(imprint.digest);
