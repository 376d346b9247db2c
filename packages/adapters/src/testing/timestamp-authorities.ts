// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contextTag, derTags } from '@plumbline/formats/der/der-value';
import { writeDer, writeInteger, writeOid } from '@plumbline/formats/der/write-der';
import { digestOids } from '@plumbline/formats/rfc3161/digest-oids';

/** What a time is stated about; what is left out is as a good authority would have it. */
export type StatedTime = {
  readonly over: Uint8Array;
  readonly instant?: Date;
  readonly nonce?: Uint8Array;
  /** With a critical extension that nobody knows. */
  readonly strange?: boolean;
};

/** What is to be otherwise than an authority should have it. `authority`: the extensions of its root, as OpenSSL takes them. */
export type AuthorityOptions = {
  readonly purpose?: string;
  readonly authority?: string;
  readonly key?: 'ec' | 'rsa';
};

/** Timestamp authorities of OpenSSL's, in a folder of their own. */
export type TimestampAuthorities = {
  readonly folder: string;
  /** Makes a root and a certificate that stamps for it: `NAME-root.pem` and `NAME-leaf.pem`. */
  readonly make: (name: string, options?: AuthorityOptions) => void;
  readonly pem: (name: string, who: 'root' | 'leaf') => string;
  /** The answer to a request, as `openssl ts` gives it. */
  readonly reply: (name: string, request: Uint8Array) => Buffer;
  /** A timestamp over bytes. */
  readonly stamp: (name: string, over: Uint8Array) => Buffer;
  /** A timestamp that says whatever it is to say, signed by whatever certificate; `openssl ts` would refuse to. */
  readonly state: (name: string, time: StatedTime) => Buffer;
  readonly remove: () => void;
};

const settings = `
[req]
distinguished_name = name
[name]
[tsa]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
`;

const authoritySettings = `
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
`;

const made = (authority: string, purpose: string): string => `${settings}
[authority]
${authority}
subjectKeyIdentifier = hash
[leaf]
keyUsage = critical, digitalSignature
extendedKeyUsage = ${purpose}
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;

export function openTimestampAuthorities(): TimestampAuthorities {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-authorities-'));
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  const result = (...args: readonly string[]): Buffer => {
    openssl(...args, '-out', 'result');
    return readFileSync(at('result'));
  };
  writeFileSync(at('serial'), '01\n');
  writeFileSync(at('settings'), settings);
  const reply = (name: string, request: Uint8Array): Buffer => {
    writeFileSync(at('request'), request);
    return result('ts', '-reply', '-config', 'settings', '-section', 'tsa', '-queryfile', 'request', ...signer(name));
  };
  return {
    folder,
    make: (name, { purpose = 'critical, timeStamping', authority = authoritySettings, key = 'ec' } = {}) => {
      for (const who of ['root', 'leaf']) writeFileSync(at(`${name}-${who}.key`), privateKeyOf(key));
      writeFileSync(at('settings-made'), made(authority, purpose));
      const command = ['req', '-new', '-x509', '-days', '3650', '-sha256', '-config', 'settings-made'];
      const root = ['-subj', `/CN=${name} root`, '-extensions', 'authority'];
      openssl(...command, ...root, '-key', `${name}-root.key`, '-out', `${name}-root.pem`);
      const leaf = ['-subj', `/CN=${name}`, '-extensions', 'leaf', '-CA', `${name}-root.pem`];
      openssl(
        ...command,
        ...leaf,
        '-CAkey',
        `${name}-root.key`,
        '-key',
        `${name}-leaf.key`,
        '-out',
        `${name}-leaf.pem`,
      );
    },
    pem: (name, who) => readFileSync(at(`${name}-${who}.pem`), 'utf8'),
    reply,
    stamp: (name, over) => {
      writeFileSync(at('stamped'), over);
      return reply(name, result('ts', '-query', '-data', 'stamped', '-sha256', '-cert'));
    },
    state: (name, time) => {
      writeFileSync(at('stated'), statedTime(time));
      const content = ['-econtent_type', '1.2.840.113549.1.9.16.1.4', '-binary', '-nodetach', '-in', 'stated'];
      return result('cms', '-sign', '-cades', '-md', 'sha256', ...content, ...signer(name), '-outform', 'DER');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const signer = (name: string): readonly string[] => ['-inkey', `${name}-leaf.key`, '-signer', `${name}-leaf.pem`];

function privateKeyOf(kind: 'ec' | 'rsa'): string | Buffer {
  const { privateKey } =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' });
}

/** TSTInfo (RFC 3161 §2.4.2). */
function statedTime({ over, instant = new Date(), nonce, strange = false }: StatedTime): Uint8Array {
  const { sequence, octetString, generalizedTime, boolean } = derTags;
  const one = writeInteger(Uint8Array.of(1));
  const digest = createHash('sha256').update(over).digest();
  const algorithm = writeDer(sequence, writeOid(digestOids.sha256));
  const time = `${instant.toISOString().replaceAll(/[-:T]|\.\d+Z$/gu, '')}Z`;
  const extension = [writeOid('1.2.3.4.5'), writeDer(boolean, Uint8Array.of(0xff)), writeDer(octetString)];
  return writeDer(
    sequence,
    one,
    writeOid('1.2.3.4'),
    writeDer(sequence, algorithm, writeDer(octetString, digest)),
    one,
    writeDer(generalizedTime, Buffer.from(time)),
    ...(nonce === undefined ? [] : [writeInteger(nonce)]),
    ...(strange ? [writeDer(contextTag(1, 'constructed'), writeDer(sequence, ...extension))] : []),
  );
}
