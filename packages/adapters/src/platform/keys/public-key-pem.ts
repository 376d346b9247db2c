// SPDX-License-Identifier: Apache-2.0
import type { KeyObject } from 'node:crypto';

/** SubjectPublicKeyInfo in PEM. */
export const publicKeyPem = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();
