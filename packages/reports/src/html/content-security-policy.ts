// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64 } from './base64.ts';

/** Nothing may load, run or be sent but the one style and the one script, each by its hash (CSP Level 3). */
export function contentSecurityPolicy(style: string, script: string): string {
  return `default-src 'none'; style-src ${hashSource(style)}; script-src ${hashSource(script)}; base-uri 'none'; form-action 'none'`;
}

const hashSource = (text: string): string => `'sha256-${base64(sha256(utf8ToBytes(text)))}'`;
