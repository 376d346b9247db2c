// SPDX-License-Identifier: Apache-2.0
import type { Strength } from '@plumbline/core/evidence/strength';
import type { KeyCustody } from '@plumbline/core/signing/signer';

/** Whether a key is in hardware and nowhere else, as far as that is shown. `because` goes on after "the key is". */
export type CustodyProof =
  | { readonly state: 'hardware'; readonly strength: Strength }
  | { readonly state: 'elsewhere' | 'unknown'; readonly because: string };

type Custody<K extends KeyCustody['kind']> = Extract<KeyCustody, { readonly kind: K }>;
const hardware = (strength: Strength): CustodyProof => ({ state: 'hardware', strength });
const elsewhere = (because: string): CustodyProof => ({ state: 'elsewhere', because });
const unknown = (because: string): CustodyProof => ({ state: 'unknown', because });

/** Attested by the device: tested. Stated by the device or the service itself: observed. Stated by the type of the key: documented. */
export function custodyProof(custody: KeyCustody): CustodyProof {
  if (custody.kind === 'file') return elsewhere('in a file');
  if (custody.kind === 'token') return tokenProof(custody);
  if (custody.kind === 'ssh') return sshProof(custody);
  return custody.kind === 'cloud' ? cloudProof(custody) : elsewhere('made for one signature');
}

function tokenProof({ attestation, attributes }: Custody<'token'>): CustodyProof {
  if (attestation !== undefined) return hardware('tested');
  if (attributes === undefined) return unknown('in a token that does not say what it allows');
  if (attributes.hardware === false) return elsewhere('in a token in software');
  if (!attributes.local) return elsewhere('imported into a token');
  if (!attributes.neverExtractable || !attributes.alwaysSensitive)
    return elsewhere('in a token that could hand it out');
  return attributes.hardware === true ? hardware('observed') : unknown('in a token that may be software');
}

function sshProof({ attestation, hardware: isHardware }: Custody<'ssh'>): CustodyProof {
  if (attestation !== undefined) return hardware('tested');
  // A key of an ordinary type may be on a smart card behind the agent, or in a file.
  return isHardware ? hardware('documented') : unknown('an SSH key that does not say where it is');
}

function cloudProof({ protection, origin, exportable }: Custody<'cloud'>): CustodyProof {
  if (protection === 'software') return elsewhere('kept in software by a service');
  if (origin === 'imported') return elsewhere('imported into a service');
  if (exportable === true) return elsewhere('in a service that may hand it out');
  return protection === 'hardware' ? hardware('observed') : unknown('in a service that does not say how it is kept');
}
