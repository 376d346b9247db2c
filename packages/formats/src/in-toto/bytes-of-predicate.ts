// SPDX-License-Identifier: Apache-2.0
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Statement } from './read-statement.ts';

/** The predicate as a document of its own, for the reader of its format. */
export const bytesOfPredicate = ({ predicate }: Statement): Uint8Array => utf8ToBytes(JSON.stringify(predicate));
