// SPDX-License-Identifier: Apache-2.0
import type { VerificationStepId } from '@plumbline/core/verification/verification-step';

/** What a step that failed means for somebody who has never seen one, and what to do about it. */
export type StepWords = { readonly means: string; readonly next: string };

const again =
  'Download the artifact and its signature again from their publisher. If it stays so, do not use the artifact, and tell the publisher.';
const ask =
  'If the publisher has announced the change, put the new value into the trust policy. If not, ask them before you use the artifact.';
const proofs =
  'Download the signature again. If it stays so, ask the publisher for a Sigstore bundle (.sigstore.json) whose proofs hold; where they have a log or authority of their own, name its root in the trust policy (`root:`).';
const bundle = 'Ask the publisher for a Sigstore bundle (.sigstore.json): it holds all that is needed offline.';
const other = 'The publisher may offer the right one: name it with --attestation.';

export const stepWords: { readonly [S in VerificationStepId]: StepWords } = {
  form: {
    means: 'The file is damaged, or of a kind that this signer does not make: it shows nothing about the artifact.',
    next: 'Pass the signature that belongs to the artifact with --attestation, or name another signer in the requirement.',
  },
  signature: {
    means:
      'Not the trusted key made this signature, or what was signed is not this file: one of them was changed or exchanged.',
    next: again,
  },
  certificate: {
    means: 'Nobody trusted vouches for the key that signed, or did not at the time when it was used.',
    next: 'Check that the signer in the trust policy names the right trusted root (`root:`). Otherwise treat the signature as forged.',
  },
  log: {
    means:
      'It is not proved that the signature was published when it was made, so it may have been made later with a stolen key.',
    next: proofs,
  },
  timestamp: {
    means: 'It is not proved when the signature was made, and its certificate counted for some minutes only.',
    next: proofs,
  },
  identity: {
    means: 'It is a signature of somebody else than whom you trust, or names another key as the one that made it.',
    next: 'If that is who should sign, correct the signer in the trust policy. If not, do not use the artifact.',
  },
  'key-period': {
    means: 'The key is revoked, has expired, or did not count yet, and nothing proves that it signed while it counted.',
    next: 'Ask the publisher for a new signature, or for one with a proof of time (a transparency log or a timestamp). A newer copy of an OpenPGP key may count for longer.',
  },
  'tag-name': {
    means: 'The signature is of a tag with another name: a tag was moved or renamed.',
    next: 'Ask the maintainers which tag is meant, and do not build from this one.',
  },
  statement: {
    means:
      'The signature is good, but what it signs cannot be understood without doubt, so nothing is concluded from it.',
    next: other,
  },
  artifact: {
    means:
      'What is signed is about another file: this one was changed or exchanged, or the attestation belongs to another release.',
    next: again,
  },
  'predicate-type': { means: 'What is signed is of another kind than the requirement asks for.', next: other },
  builder: { means: 'Another builder made the artifact than the one that you trust.', next: ask },
  'build-type': { means: 'It was built in another way than expected.', next: ask },
  'source-uri': { means: 'It was built from another repository than expected: from a fork, perhaps.', next: ask },
  'source-ref': { means: 'It was built from another branch or tag than expected.', next: ask },
  'source-commit': { means: 'It was built from another commit than expected.', next: ask },
  parameters: { means: 'The build was started with other parameters than expected.', next: ask },
  materials: { means: 'What went into the build is not what is expected.', next: ask },
  result: { means: 'Whoever verified the artifact before did not let it pass, or did not say so.', next: other },
  verifier: { means: 'It was verified by somebody else than the one whom you trust to.', next: ask },
  'resource-uri': { means: 'The summary is about another thing than expected.', next: ask },
  policy: { means: 'It was held against another policy than expected.', next: ask },
  levels: {
    means: 'It has not reached the level that you ask for.',
    next: 'Ask the publisher for a build of that level, or lower what you ask for.',
  },
  'sbom-subject': {
    means: 'The bill of materials is not of this artifact, or cannot be read.',
    next: 'Ask the publisher for the bill of this very release, with the digest of the artifact in it.',
  },
  'sbom-content': {
    means:
      'The bill of materials does not say what is inside: whoever relies on it overlooks components, or looks after some that are not there.',
    next: '`plumbline sbom BILL --check --against ARTIFACT` lists every difference. Ask the publisher to correct the bill.',
  },
  'vex-product': {
    means: 'What is said of vulnerabilities calls its products by other names.',
    next: 'Ask the publisher to name the artifact by its digest or package URL.',
  },
  'vex-age': {
    means: 'What is said of vulnerabilities is too old: more may be known now.',
    next: 'Ask the publisher for a new one.',
  },
  'vex-status': {
    means: 'The publisher says that a vulnerability affects the artifact, or does not say anything that can be read.',
    next: 'Look at what the publisher advises, and update to a version that is not affected.',
  },
};

/** What to do about a step that could not be made, where that alone leaves the outcome open. */
export const openWords: { readonly [S in VerificationStepId]?: string } = {
  form: 'Ask the publisher for a signature of another kind: the reason says what is not supported.',
  signature:
    'Name the file itself instead of its digest; a file too large for Ed25519 needs a signed statement about it.',
  log: bundle,
  timestamp: bundle,
  artifact: 'Name the file itself instead of its digest.',
  'sbom-subject': 'Ask the publisher for a bill with the digest of the artifact in it, or for one that is attested.',
  'sbom-content':
    'Name the file itself, if only its digest was given; what cannot be looked into has to be checked by hand.',
};
