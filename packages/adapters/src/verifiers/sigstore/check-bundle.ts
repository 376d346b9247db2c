// SPDX-License-Identifier: Apache-2.0
import type { Artifact, ProvenTime, SignatureCheck } from '@plumbline/core/verification/signature-check';
import type { KeySigner, SigstoreSigner } from '@plumbline/core/verification/trust-policy';
import type { VerificationStep } from '@plumbline/core/verification/verification-step';
import { at, listOf } from '@plumbline/formats/json/json-fields';
import type { SignedCandidate } from '@plumbline/formats/sigstore/signed-candidate';
import { certificateIdentity } from '@plumbline/formats/x509/certificate-identity';
import { type Bundle, bundleFromJSON, ValidationError } from '@sigstore/bundle';
import { HashAlgorithm } from '@sigstore/protobuf-specs';
import { type SignedEntity, type Signer, toSignedEntity, Verifier } from '@sigstore/verify';
import { keyIdOf } from '../../platform/keys/key-id.ts';
import { wholeMessageBytesMax } from '../../platform/keys/read-whole.ts';
import { checkEnvelope } from '../keys/check-envelope.ts';
import { checkRawSignature, contentNeeded } from '../keys/check-raw-signature.ts';
import { refusedCheck, undecidedCheck } from '../refused-check.ts';
import { authoritiesOf } from '../timestamp/authorities-of.ts';
import { withProvenTime } from '../with-proven-time.ts';
import { bundleCertificate, signingFault } from './bundle-certificate.ts';
import { bundleTimestamps } from './bundle-timestamps.ts';
import { checkedTime } from './checked-time.ts';
import { messageContent } from './message-content.ts';
import { judgedSteps, passedWords, stepsOfError } from './step-of-error.ts';
import { treeFault } from './tree-fault.ts';
import { trustMaterial } from './trust-material.ts';
import { writtenOnce } from './written-once.ts';

type BundleCandidate = SignedCandidate & { readonly kind: 'bundle' };

/** Whether a Sigstore bundle proves that this signer signed this artifact, or a statement. */
export async function checkBundle(
  candidate: BundleCandidate,
  signer: SigstoreSigner | KeySigner,
  artifact: Artifact,
): Promise<SignatureCheck> {
  const bundle = parseBundle(candidate);
  if (typeof bundle === 'string') return refusedCheck('form', bundle);
  const byKey = bundle.verificationMaterial.content.$case === 'publicKey';
  if (byKey !== (signer.kind === 'key'))
    return refusedCheck('form', `the bundle is signed with a ${byKey ? 'key' : 'certificate'}, not by ${signer.name}`);
  const misused = byKey ? null : signingFault(bundleCertificate(bundle));
  if (misused !== null) return refusedCheck('certificate', misused);
  const wrong = wrongDigest(bundle, artifact);
  if (wrong !== null) return refusedCheck('artifact', wrong);
  const otherTree = treeFault(bundle);
  if (otherTree !== null) return refusedCheck('log', otherTree);
  if (signer.kind === 'key' && signer.root === null && signer.timestamps === undefined)
    return withoutLog(candidate, bundle, signer, artifact);
  const stamped = bundleTimestamps(bundle, authoritiesOf(signer));
  if (stamped.state === 'refused') return refusedCheck('timestamp', stamped.because);
  const isLogged = bundle.verificationMaterial.tlogEntries.length > 0;
  if (signer.logRequired && !isLogged)
    return refusedCheck('log', 'the bundle holds no entry of a transparency log, and the trust policy asks for one');
  const check =
    signer.kind === 'key' && (signer.root === null || (!isLogged && !signer.logRequired))
      ? await withoutLog(candidate, bundle, signer, artifact)
      : await withRoot(bundle, signer, artifact, stamped.stated);
  return check.outcome === 'valid' ? withProvenTime(check, stamped.times) : check;
}

/** The forms of bundles that there are; what is called otherwise may mean something else by the same members. */
const mediaTypes: ReadonlySet<unknown> = new Set([
  ...['0.1', '0.2', '0.3'].map((version) => `application/vnd.dev.sigstore.bundle+json;version=${version}`),
  'application/vnd.dev.sigstore.bundle.v0.3+json',
]);

const proofsMax = 32;

function parseBundle({ bundle }: BundleCandidate): Bundle | string {
  if (!mediaTypes.has(bundle['mediaType'])) return 'it is no Sigstore bundle of version 0.1, 0.2 or 0.3';
  const material = bundle['verificationMaterial'];
  const proofs = [at(material, 'tlogEntries'), at(material, 'timestampVerificationData', 'rfc3161Timestamps')];
  // The library compares each with every other, and that before it has checked any.
  if (proofs.some((list) => listOf(list).length > proofsMax))
    return `the bundle holds more than ${proofsMax} log entries or timestamps`;
  try {
    return bundleFromJSON(bundle);
  } catch (error) {
    if (!(error instanceof ValidationError)) return 'it is no Sigstore bundle that can be taken apart';
    return `it is no valid Sigstore bundle: missing or malformed is ${error.fields.join(', ').slice(0, 200)}`;
  }
}

function wrongDigest({ content }: Bundle, { sha256 }: Artifact): string | null {
  if (content.$case !== 'messageSignature') return null;
  const { algorithm, digest } = content.messageSignature.messageDigest;
  if (algorithm !== HashAlgorithm.SHA2_256) return 'the bundle names the artifact by another digest than SHA-256';
  const named = digest.toString('hex');
  return named === sha256 ? null : `the bundle is about sha256:${named}, and this is sha256:${sha256}: another file`;
}

/** A key of which the policy wants no log, and whose bundle has none to check. */
async function withoutLog(
  candidate: BundleCandidate,
  { content }: Bundle,
  signer: KeySigner,
  artifact: Artifact,
): Promise<SignatureCheck> {
  if (candidate.envelope !== null) return checkEnvelope(candidate.envelope, signer);
  if (content.$case !== 'messageSignature') return refusedCheck('form', 'the bundle holds no signature');
  return checkRawSignature(content.messageSignature.signature, signer, artifact);
}

async function withRoot(
  bundle: Bundle,
  signer: SigstoreSigner | KeySigner,
  artifact: Artifact,
  stated: readonly string[],
): Promise<SignatureCheck> {
  const root = trustMaterial(signer.root?.text ?? '', signer.kind === 'key' ? signer.publicKey : null);
  if (root.state === 'failed') return refusedCheck('certificate', root.because);
  const over = bundle.content.$case === 'messageSignature' ? artifact.content : undefined;
  if (over === null) return undecidedCheck('signature', contentNeeded);
  const timestampThreshold = signer.kind === 'sigstore' && signer.timestampRequired ? 1 : 0;
  const tlogThreshold = signer.logRequired ? 1 : 0;
  const verifier = new Verifier(root.material, { timestampThreshold, tlogThreshold });
  try {
    const entity = toSignedEntity(bundle);
    if (entity.key.$case === 'certificate') writtenOnce(entity.key.certificate);
    const { content } = bundle;
    const signature =
      content.$case === 'messageSignature' && over !== undefined
        ? await messageContent(content.messageSignature.signature, over)
        : entity.signature;
    const byLog = entity.timestamps.filter(({ $case }) => $case === 'transparency-log');
    const timestamps = [...byLog, ...stated.map(checkedTime)];
    const signed = verifier.verify({ ...entity, signature, timestamps });
    return supported(signed)
      ? proved(signed, { bundle, entity, artifact: over === undefined ? null : artifact })
      : unsupportedKey;
  } catch (error) {
    return { outcome: 'invalid', steps: stepsOfError(error), signer: null, signedAt: null };
  }
}

/** RSA and other keys are valid in no public instance: refusing them leaves nothing to choose. */
const supported = ({ key }: Signer): boolean => key.asymmetricKeyType === 'ec' || key.asymmetricKeyType === 'ed25519';

const unsupportedKey: SignatureCheck = refusedCheck(
  'certificate',
  `the key of the certificate is neither of an elliptic curve nor Ed25519 (files over ${wholeMessageBytesMax / 1024 / 1024} MiB: an elliptic curve)`,
);

type Verified = { readonly bundle: Bundle; readonly entity: SignedEntity; readonly artifact: Artifact | null };

function proved(signed: Signer, { bundle, entity, artifact }: Verified): SignatureCheck {
  const signedAt = provenTime(entity);
  const certificate = bundleCertificate(bundle);
  // Read here: the library takes the first of several names, and octets beyond ASCII for what they are with one bit less.
  const identity = certificate === null ? null : certificateIdentity(certificate);
  const log = entity.tlogEntries.length;
  const steps = judgedSteps.map((step): VerificationStep => {
    if (step === 'log' && log === 0)
      return { step, outcome: 'not-checked', because: 'the bundle has no entry of a log, and none is asked for' };
    if (step === 'timestamp' && signedAt === null)
      return { step, outcome: 'not-checked', because: 'the time of signing is not proved, and no proof is asked for' };
    if (step === 'timestamp')
      return {
        step,
        outcome: 'passed',
        because: `signed before ${signedAt?.instant ?? ''}, by the ${signedAt?.proof ?? ''}`,
      };
    if (step === 'certificate' && signed.identity === undefined)
      return { step, outcome: 'not-checked', because: 'signed with a key, not with a certificate' };
    return { step, outcome: 'passed', because: passedWords[step] };
  });
  const about: readonly VerificationStep[] =
    artifact === null
      ? []
      : [{ step: 'artifact', outcome: 'passed', because: `it is over this content, sha256:${artifact.sha256}` }];
  return {
    outcome: 'valid',
    steps: [...steps, ...about],
    signer: {
      keyId: keyIdOf(signed.key),
      issuer: identity?.issuer ?? null,
      subjects: identity === null ? [] : [identity.subject],
    },
    signedAt,
  };
}

/** The earliest instant that a log proves. Entries without a promise of the log prove none. */
function provenTime({ tlogEntries }: SignedEntity): ProvenTime | null {
  const times = tlogEntries
    .filter(({ inclusionPromise, integratedTime }) => inclusionPromise !== undefined && Number(integratedTime) > 0)
    .map(({ integratedTime }) => Number(integratedTime) * 1000);
  if (times.length === 0) return null;
  return { instant: new Date(Math.min(...times)).toISOString(), proof: 'transparency log' };
}
