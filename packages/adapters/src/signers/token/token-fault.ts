// SPDX-License-Identifier: Apache-2.0
import { type ErrorCode, PlumblineError } from '@plumbline/core/errors';

type Fault = {
  readonly said: RegExp;
  readonly code: ErrorCode;
  readonly because: string;
  readonly next: string;
};

/** What `pkcs11-tool` and PKCS #11 (v3.1, 5.1.6) say of what people get wrong most. */
const faults: readonly Fault[] = [
  {
    said: /Failed to load pkcs11 module/u,
    code: 'input-unreadable',
    because: 'the library of the token cannot be loaded',
    next: 'Pass --pkcs11-module the library of its maker, by its whole path',
  },
  {
    said: /CKR_PIN_LOCKED/u,
    code: 'signing-failed',
    because: 'the PIN of the token is locked',
    next: 'Unlock it with its PUK, or as its security officer',
  },
  {
    said: /CKR_PIN_(?:INCORRECT|INVALID|LEN_RANGE)/u,
    code: 'signing-failed',
    because: 'the token refuses this PIN',
    next: 'Look which PIN is meant before the next try: a token locks itself after a few wrong ones',
  },
];

/** The error in words that say what to do, where it is one of those; else as it is. */
export function tokenFault(error: unknown, module: string): unknown {
  if (!(error instanceof PlumblineError)) return error;
  const fault = faults.find(({ said }) => said.test(error.message));
  if (fault === undefined) return error;
  return new PlumblineError(fault.code, fault.because, { path: module, next: fault.next, cause: error });
}
