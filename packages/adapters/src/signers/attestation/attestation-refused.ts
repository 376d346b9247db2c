// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';

/** An attestation that does not hold: whoever hands one over wants it to be believed, so that nothing is signed. */
export const attestationRefused = (because: string, next?: string): PlumblineError =>
  new PlumblineError('input-invalid', `the attestation does not hold: ${because}`, next === undefined ? {} : { next });
