// SPDX-License-Identifier: Apache-2.0
import type { KeyAttestation } from '@plumbline/core/signing/key-attestation';
import type { KeyCustody } from '@plumbline/core/signing/signer';
import type { TokenKeyAttributes } from '@plumbline/core/signing/token-key-attributes';
import { visibleLine } from '@plumbline/reports/visible-text';

type CustodyOf<K extends KeyCustody['kind']> = Extract<KeyCustody, { readonly kind: K }>;

/** Where a key is kept, in words: `kept in …`, and what proves it. */
export function custodyWords(custody: KeyCustody): string {
  return visibleLine(placeOf(custody));
}

function placeOf(custody: KeyCustody): string {
  if (custody.kind === 'file') return custody.encrypted ? 'a file, encrypted' : 'a file, NOT encrypted';
  if (custody.kind === 'ssh') return `SSH (${sshWords(custody)})`;
  if (custody.kind === 'cloud') return `${custody.service} as ${custody.key} (${cloudWords(custody)})`;
  if (custody.kind === 'ephemeral') return `no place: made for one signature of ${custody.subject}`;
  return `the token ${custody.label} (${tokenWords(custody)})`;
}

const sshWords = ({ keyType, hardware, attestation }: CustodyOf<'ssh'>): string =>
  joined(keyType, hardware ? 'in a security key' : null, attestationWords(attestation));

const cloudWords = ({ protection, origin, exportable }: CustodyOf<'cloud'>): string =>
  joined(
    protection === null ? 'how is not said' : `protection: ${protection}`,
    origin === 'imported' ? 'IMPORTED, so it may exist elsewhere' : null,
    origin === 'generated' ? 'made there' : null,
    exportable === true ? 'EXPORTABLE' : null,
  );

const tokenWords = ({ manufacturer, model, serial, attributes, attestation }: CustodyOf<'token'>): string =>
  joined(manufacturer, model, serial, attributeWords(attributes), attestationWords(attestation));

function attributeWords(attributes: TokenKeyAttributes | undefined): string | null {
  if (attributes === undefined) return 'what the token allows is not said';
  const { local, neverExtractable, alwaysSensitive, hardware } = attributes;
  return joined(
    local ? 'made in the token' : 'NOT made in the token',
    neverExtractable ? 'never extractable' : 'NOT always unextractable',
    alwaysSensitive ? null : 'NOT always sensitive',
    hardware === false ? 'a token in software' : null,
  );
}

function attestationWords(attestation: KeyAttestation | undefined): string | null {
  if (attestation === undefined) return null;
  const { root, serial, firmware, pinPolicy, touchPolicy } = attestation;
  return joined(
    `attested by ${root.subject}${root.pinned ? '' : ', a root that you named'}`,
    serial === null ? null : `serial ${serial}`,
    firmware === null ? null : `firmware ${firmware}`,
    pinPolicy === null ? null : `PIN: ${pinPolicy}`,
    touchPolicy === null ? null : `touch: ${touchPolicy}`,
  );
}

const joined = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(', ');
