// SPDX-License-Identifier: Apache-2.0
import { bytesToHex } from '@noble/hashes/utils.js';
import { type CurveName, spkiOfPoint, spkiOfRsa } from '../der/write-public-key.ts';
import { type OctetReader, OpenPgpUnsupported } from './octet-reader.ts';

/** How signatures of a key are checked. ECDSA: two numbers of `size` octets each, or fewer. */
export type SigningScheme = { readonly kind: 'rsa' | 'ecdsa' | 'eddsa'; readonly size: number };

/** A key that can sign, as SubjectPublicKeyInfo in DER. */
export type SigningKey = { readonly scheme: SigningScheme; readonly spki: Uint8Array };

/** RFC 9580 §9.1 */
const id = { rsa: 1, rsaSignOnly: 3, ecdsa: 19, eddsaLegacy: 22, ed25519: 27, ed448: 28 } as const;

/** By the object identifiers of curves (RFC 9580 §9.2), in hexadecimal. */
const curves: { readonly [oid: string]: { readonly name: CurveName; readonly size: number } } = {
  '2a8648ce3d030107': { name: 'P-256', size: 32 },
  '2b81040022': { name: 'P-384', size: 48 },
  '2b81040023': { name: 'P-521', size: 66 },
};
const ed25519Legacy = '2b06010401da470f01';
const rsaOctetsMin = 2048 / 8;

/** The numbers at the end of a signature packet (RFC 9580 §5.2.3.1 to §5.2.3.5). Throws OpenPgpUnsupported. */
export function signatureNumbers(algorithm: number, reader: OctetReader): readonly Uint8Array[] {
  if (algorithm === id.rsa || algorithm === id.rsaSignOnly) return [reader.mpi()];
  if (algorithm === id.ecdsa || algorithm === id.eddsaLegacy) return [reader.mpi(), reader.mpi()];
  if (algorithm === id.ed25519) return [reader.take(64)];
  if (algorithm === id.ed448) return [reader.take(114)];
  throw new OpenPgpUnsupported(`its algorithm (${algorithm}) is not supported`);
}

/** The key at the end of a key packet (RFC 9580 §5.5.5); a text says why it cannot sign. Throws OpenPgpFault. */
export function readSigningKey(algorithm: number, reader: OctetReader): SigningKey | string {
  switch (algorithm) {
    case id.rsa:
    case id.rsaSignOnly: {
      const [modulus, exponent] = [reader.mpi(), reader.mpi()];
      if (modulus.length < rsaOctetsMin) return `an RSA key of ${modulus.length * 8} bits, too weak to count`;
      return { scheme: { kind: 'rsa', size: modulus.length }, spki: spkiOfRsa(modulus, exponent) };
    }
    case id.ecdsa: {
      const curve = curves[bytesToHex(reader.take(reader.octet()))];
      const point = reader.mpi();
      if (curve === undefined) return 'a key on a curve that is not supported';
      return { scheme: { kind: 'ecdsa', size: curve.size }, spki: spkiOfPoint(curve.name, point) };
    }
    case id.eddsaLegacy: {
      const oid = bytesToHex(reader.take(reader.octet()));
      const point = reader.mpi();
      if (oid !== ed25519Legacy || point.length !== 33 || point[0] !== 0x40) return 'an EdDSA key that is not Ed25519';
      return edwards('Ed25519', point.subarray(1));
    }
    case id.ed25519:
      return edwards('Ed25519', reader.take(32));
    case id.ed448:
      return edwards('Ed448', reader.take(57));
    default:
      return `a key of algorithm ${algorithm}, whose signatures are not supported`;
  }
}

/** Signatures are twice as long as what names the point, or as two numbers of its size. */
const edwards = (name: CurveName, point: Uint8Array): SigningKey => ({
  scheme: { kind: 'eddsa', size: point.length },
  spki: spkiOfPoint(name, point),
});
