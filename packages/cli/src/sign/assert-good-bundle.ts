// SPDX-License-Identifier: Apache-2.0
import { checkSignature } from '@plumbline/adapters/verifiers/check-signature';
import { PlumblineError } from '@plumbline/core/errors';
import type { Artifact } from '@plumbline/core/verification/signature-check';
import type { SigstoreSigner, TrustedRootText } from '@plumbline/core/verification/trust-policy';
import type { CertificateIdentity } from '@plumbline/formats/x509/certificate-identity';
import { readSignedFile } from '@plumbline/formats/sigstore/read-signed-file';

type Expected = { readonly root: TrustedRootText; readonly identity: CertificateIdentity };

/** Verifies a bundle as those who get it will. Throws `signing-failed`, with the step, for one that nobody could verify. */
export async function assertGoodBundle(
  bundle: string,
  artifact: Artifact | null,
  { root, identity }: Expected,
): Promise<void> {
  const signer: SigstoreSigner = {
    kind: 'sigstore',
    name: 'this instance',
    root,
    ...identity,
    logRequired: true,
    timestampRequired: true,
  };
  const about = artifact ?? { name: 'the statement', sha256: '', content: null };
  for (const candidate of readSignedFile(Buffer.from(bundle), 'the bundle')) {
    const { outcome, steps, signer: proven } = await checkSignature(candidate, signer, about);
    const isSame = proven?.issuer === identity.issuer && proven.subjects[0] === identity.subject;
    if (outcome === 'valid' && isSame) continue;
    const fault = steps.find((one) => one.outcome === 'failed');
    throw new PlumblineError(
      'signing-failed',
      `the bundle that was made cannot be verified (${fault?.step ?? 'identity'}): ${fault?.because ?? 'it is of somebody else'}`,
      { next: 'Nothing is written. Check that the services and the trusted root are of one instance' },
    );
  }
}
