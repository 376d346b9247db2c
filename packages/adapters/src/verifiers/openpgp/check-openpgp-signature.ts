// SPDX-License-Identifier: Apache-2.0
import type { Artifact, SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { OpenPgpSigner } from '@plumbline/core/verification/trust-policy';
import type { SignedCandidate } from '@plumbline/formats/sigstore/signed-candidate';
import { contentNeeded } from '../keys/check-raw-signature.ts';
import { undecidedCheck } from '../refused-check.ts';
import { checkOpenPgpMessage } from './check-openpgp-message.ts';

type ReadSignature = Extract<SignedCandidate, { readonly kind: 'openpgp-signature' }>['parsed'];

/** Whether a detached OpenPGP signature is of a key of this signer over the content of the artifact, of any size. */
export async function checkOpenPgpSignature(
  parsed: ReadSignature,
  signer: OpenPgpSigner,
  { content, sha256 }: Artifact,
): Promise<SignatureCheck> {
  if (parsed.state === 'unsupported') return undecidedCheck('form', parsed.because);
  if (content === null) return undecidedCheck('signature', contentNeeded);
  const check = await checkOpenPgpMessage(parsed.signature, signer, content);
  if (check.outcome !== 'valid') return check;
  const about = { step: 'artifact', outcome: 'passed', because: `it is over this content, sha256:${sha256}` } as const;
  return { ...check, steps: [...check.steps, about] };
}
