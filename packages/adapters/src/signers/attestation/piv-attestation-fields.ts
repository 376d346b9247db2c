// SPDX-License-Identifier: Apache-2.0
import type { KeyAttestation } from '@plumbline/core/signing/key-attestation';
import { integerOf } from '@plumbline/formats/der/der-fields';
import { readDer } from '@plumbline/formats/der/read-der';
import type { CertificateFields } from '@plumbline/formats/x509/certificate-fields';

/** Extensions of Yubico's PIV attestations (docs.yubico.com/hardware/oid/oid-piv-arc.html). */
const arc = '1.3.6.1.4.1.41482.3';
const oids = { firmware: `${arc}.3`, serial: `${arc}.7`, policies: `${arc}.8` } as const;

/** Only the attestation of a key states how that key may be used; the certificate of slot f9 does not. */
export const attestsKey = ({ extensions }: CertificateFields): boolean =>
  extensions.some(({ oid }) => oid === oids.policies);

const pinPolicies: readonly KeyAttestation['pinPolicy'][] = [
  null,
  'never',
  'once',
  'always',
  'match-once',
  'match-always',
];
const touchPolicies: readonly KeyAttestation['touchPolicy'][] = [null, 'never', 'always', 'cached'];

type PivFields = Pick<KeyAttestation, 'serial' | 'firmware' | 'pinPolicy' | 'touchPolicy'>;

/** What the attestation says of the device and of the policies of the key. */
export function pivAttestationFields({ extensions }: CertificateFields): PivFields {
  const valueOf = (oid: string): Uint8Array => extensions.find((one) => one.oid === oid)?.value ?? new Uint8Array();
  const firmware = bare(valueOf(oids.firmware), 3);
  const serial = readDer(valueOf(oids.serial));
  const [pin = 0, touch = 0] = bare(valueOf(oids.policies), 2);
  const number = serial.state === 'read' ? integerOf(serial.value) : null;
  return {
    firmware: firmware.length === 3 ? firmware.join('.') : null,
    serial: number === null || number.length > 8 ? null : String(Number.parseInt(number, 16)),
    pinPolicy: pinPolicies[pin] ?? null,
    touchPolicy: touchPolicies[touch] ?? null,
  };
}

/** Some firmware writes these bytes bare, some in an octet string. */
function bare(value: Uint8Array, length: number): Uint8Array {
  const wrapped = value.length === length + 2 && value[0] === 0x04 && value[1] === length;
  return wrapped ? value.subarray(2) : value;
}
