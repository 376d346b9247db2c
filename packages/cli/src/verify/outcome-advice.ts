// SPDX-License-Identifier: Apache-2.0
import type { SignatureOutcome } from '@plumbline/core/verification/signature-outcome';

/** What to do about commits and tags of which the policy accepts none with this outcome. */
export const outcomeAdvice: { readonly [O in SignatureOutcome]?: string } = {
  invalid:
    'treat it as forged until its maker has explained it. An expired or revoked key of somebody you know needs a new signature: a tag can be signed again, a commit only by a later one on top of it.',
  untrusted:
    'look at who it is. If they may sign, put their key into the trust policy, from a source other than this repository; if not, their work needs the signature of somebody who may, on the merge.',
  unsigned:
    'let everybody sign (git config commit.gpgSign true, tag.gpgSign true). History that was never signed stays so: verify from the first signed release on, or accept it in the policy (unsigned: accepted).',
  'could-not-assess': 'nobody can say yes or no with what is here; the reason says what is missing.',
};
