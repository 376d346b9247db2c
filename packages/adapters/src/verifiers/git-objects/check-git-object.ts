// SPDX-License-Identifier: Apache-2.0
import type { SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { GitSigner } from '@plumbline/core/verification/trust-policy';
import { messageOf } from '../../platform/keys/read-whole.ts';
import { refusedCheck, undecidedCheck } from '../refused-check.ts';
import { checkOpenPgpMessage } from '../openpgp/check-openpgp-message.ts';
import { checkSshMessage } from '../ssh/check-ssh-signature.ts';
import { checkSignedData } from './check-signed-data.ts';
import type { ObjectSignature } from './parse-object-signature.ts';

/** What git has SSH keys sign for (gpg-interface: `ssh-keygen -Y sign -n git`). */
const namespace = 'git';

/** What cryptography says of the signature of a commit or tag over its payload, asked whether this signer made it. */
export async function checkGitObject(
  parsed: ObjectSignature,
  signer: GitSigner,
  payload: Uint8Array,
): Promise<SignatureCheck> {
  if ('unreadable' in parsed)
    return parsed.unsupported ? undecidedCheck('form', parsed.unreadable) : refusedCheck('form', parsed.unreadable);
  if (parsed.format === 'openpgp' && signer.kind === 'openpgp')
    return checkOpenPgpMessage(parsed.signature, signer, messageOf(payload));
  if (parsed.format === 'ssh' && signer.kind === 'ssh')
    return checkSshMessage(parsed.signature, signer, { namespace, content: messageOf(payload) });
  if (parsed.format === 'x509' && signer.kind === 'sigstore') return checkSignedData(parsed.signature, signer, payload);
  return refusedCheck('identity', `${signer.name} makes no signatures of this kind`);
}
