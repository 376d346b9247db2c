// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The first 96 bits of SHA-256 as 24 hex digits: reports are hostile, so that nobody may make two texts meet. */
export const shortHash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 12));
