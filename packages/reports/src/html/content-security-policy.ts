// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { encodeBase64 } from '@plumbline/formats/base64/encode-base64';

/** Nothing may load, run or be sent but the one style and the one script, each by its hash (CSP Level 3). */
export function contentSecurityPolicy(style: string, script: string): string {
  return `default-src 'none'; style-src ${hashSource(style)}; script-src ${hashSource(script)}; base-uri 'none'; form-action 'none'`;
}

const hashSource = (text: string): string => `'sha256-${encodeBase64(sha256(utf8ToBytes(text)))}'`;
