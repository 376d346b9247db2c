// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { sshSignedData } from '@plumbline/formats/ssh-signature/signed-data';

export type SignedHistory = {
  readonly folder: string;
  readonly repository: string;
  /** A trust policy that trusts the key of every commit. */
  readonly policy: string;
  readonly allowedSigners: string;
  readonly remove: () => void;
};

const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** A repository of one line of commits, each signed with one SSH key (Ed25519) as `git commit -S` does. */
export function buildSignedHistory(commits: number): SignedHistory {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-commits-'));
  const repository = join(folder, 'repository');
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const type = Buffer.from('ssh-ed25519');
  const blob = wire(type, publicKey.export({ type: 'spki', format: 'der' }).subarray(-32));
  const signed = (payload: string): string => {
    const digest = createHash('sha512').update(payload).digest();
    const data = sshSignedData({ namespace: 'git', hashAlgorithm: 'sha512' }, digest);
    const inner = wire(type, sign(null, data, privateKey));
    const parts = wire(blob, Buffer.from('git'), Buffer.alloc(0), Buffer.from('sha512'), inner);
    const base64 = Buffer.concat([Buffer.from('SSHSIG'), Buffer.of(0, 0, 0, 1), parts]).toString('base64');
    const lines = base64.replaceAll(/.{70}/gu, '$&\n ');
    return `gpgsig -----BEGIN SSH SIGNATURE-----\n ${lines}\n -----END SSH SIGNATURE-----\n`;
  };
  execFileSync('git', ['init', '--quiet', '--bare', repository]);
  let parent = '';
  const objects: Buffer[] = [entry('tree', Buffer.alloc(0))];
  for (let index = 0; index < commits; index += 1) {
    const person = `Ada <ada@example.com> ${1_700_000_000 + index} +0000`;
    const head = `tree ${emptyTree}\n${parent === '' ? '' : `parent ${parent}\n`}author ${person}\ncommitter ${person}\n`;
    const message = `\nChange ${index}\n`;
    const bytes = Buffer.from(`${head}${signed(head + message)}${message}`);
    parent = createHash('sha1').update(`commit ${bytes.length}\0`).update(bytes).digest('hex');
    objects.push(entry('commit', bytes));
  }
  execFileSync('git', ['-C', repository, 'index-pack', '--stdin'], {
    input: pack(objects),
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  execFileSync('git', ['-C', repository, 'update-ref', 'HEAD', parent]);
  const allowedSigners = join(folder, 'allowed_signers');
  writeFileSync(allowedSigners, `ada@example.com ssh-ed25519 ${blob.toString('base64')}\n`);
  const policy = join(folder, 'trust.yaml');
  writeFileSync(
    policy,
    'signers: [{ name: us, ssh: { file: allowed_signers } }]\ngit: { commits: { signers: [us] } }\n',
  );
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return { folder, repository, policy, allowedSigners, remove };
}

const wire = (...parts: readonly Buffer[]): Buffer =>
  Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return [length, part];
    }),
  );

const packTypes = { commit: 1, tree: 2 } as const;

/** gitformat-pack(5): type and size in groups of bits, then the compressed object. */
function entry(type: keyof typeof packTypes, bytes: Buffer): Buffer {
  const head = [(packTypes[type] << 4) | (bytes.length & 0x0f)];
  for (let rest = bytes.length >> 4; rest > 0; rest >>= 7) {
    head.push((head.pop() ?? 0) | 0x80);
    head.push(rest & 0x7f);
  }
  return Buffer.concat([Buffer.from(head), deflateSync(bytes, { level: 1 })]);
}

function pack(objects: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(12);
  head.write('PACK');
  head.writeUInt32BE(2, 4);
  head.writeUInt32BE(objects.length, 8);
  const body = Buffer.concat([head, ...objects]);
  return Buffer.concat([body, createHash('sha1').update(body).digest()]);
}
