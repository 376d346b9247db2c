// SPDX-License-Identifier: Apache-2.0
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { type Strength, strongest, weakest } from '@plumbline/core/evidence/strength';
import type { SigningKey } from '@plumbline/core/facts/key-custody';
import { nameSome } from '../../words/name-some.ts';
import { shortText } from '../../words/short-text.ts';
import { custodyProof } from './custody-proof.ts';

const resolve = 'Name what the device attests when you sign (--attestation-certificate, --ssh-attestation)';

export const signingKeysInHardware: Check = defineCheck({
  id: 'signing-keys-in-hardware',
  question: 'Is every key that signed in the last year kept in hardware that it cannot leave?',
  scope: 'release',
  needs: ['key-custody'],
  strength: 'tested',
  freshDays: 365,
  automation: 'automatic',
  guide: {
    shows:
      'Each key that signed here is in a token, a security key or the hardware of a service, and was made there. Tested: the device attested it up to its maker’s root. Observed: the token or the service says so. Documented: the type of the key says so.',
    doesNotShow:
      'Keys that signed elsewhere or with other tools, who may use a key, and whether an Azure Key Vault was handed a key that exists elsewhere.',
    resolve: 'Sign with `plumbline sign` in the project; name what the device attests of its key when you do.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Make the signing key in a token, a security key or a key service with hardware, and keep no copy',
      'Sign with `plumbline sign --pkcs11-module`, `--ssh-key` or `--kms`',
      'Let the device attest its key, and name the attestation when you sign',
    ],
    after: ['release-signed'],
  },
  answer({ 'key-custody': item }) {
    if (item.state === 'absent') return no(`No key is known to sign: ${shortText(item.lookedIn)}`, [cite(item)]);
    const { keys, ephemeral, broken } = item.fact;
    if (keys.length + ephemeral + broken.length === 0)
      return unknown('No signature is on record', resolve, [cite(item)]);
    if (keys.length + broken.length === 0)
      return notApplicable(`All ${ephemeral} signatures were made with keys that were thrown away`, [cite(item)]);
    const judged = keys.map(judge);
    const outside = judged.flatMap(({ elsewhere }) => elsewhere ?? []);
    const measures = [{ name: 'signing keys in hardware', value: keys.length - outside.length, of: keys.length }];
    if (outside.length > 0) return no(`Not only in hardware: ${nameSome(outside)}`, [cite(item)], measures);
    if (broken.length > 0)
      return unknown(
        `${broken.length} records of signing are damaged`,
        'Take the damaged records out of .plumbline/custody',
        [cite(item)],
      );
    const unseen = judged.flatMap(({ unknown: because }) => because ?? []);
    if (unseen.length > 0) return unknown(`Nothing shows where ${nameSome(unseen)}`, resolve, [cite(item)]);
    const [first = 'asserted', ...rest] = judged.flatMap(({ strength }) => strength ?? []);
    const strength = weakest([first, ...rest]);
    return yes(`All ${keys.length} keys that signed are in hardware`, [cite(item, { strength })], measures);
  },
});

type Judged = { readonly elsewhere?: string; readonly unknown?: string; readonly strength?: Strength };

/** Seen in one place outside of hardware, a key is not in hardware alone; proved once, it need not be proved each time. */
function judge({ keyId, custodies }: SigningKey): Judged {
  const proofs = custodies.map(custodyProof);
  const short = `${keyId.slice(0, 12)}…`;
  const outside = proofs.find(({ state }) => state === 'elsewhere');
  if (outside?.state === 'elsewhere') return { elsewhere: `${short} (${outside.because})` };
  const [first, ...rest] = proofs.flatMap((proof) => (proof.state === 'hardware' ? [proof.strength] : []));
  if (first !== undefined) return { strength: strongest([first, ...rest]) };
  const [unseen] = proofs;
  return { unknown: `${short} is (${unseen?.state === 'unknown' ? unseen.because : 'nothing is recorded'})` };
}
