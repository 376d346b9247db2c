// SPDX-License-Identifier: Apache-2.0

/** A commit or tag object, parted into what is signed and the signature over it. */
export type SplitObject = {
  /** The object without its signatures: what every signature covers. */
  readonly payload: Buffer;
  /** The armored signature over this form of the object; null: none. */
  readonly signature: string | null;
  /** Why the object cannot be believed, whatever its signature says. */
  readonly fault: string | null;
};

type ObjectType = 'commit' | 'tag';
type ObjectFormat = 'sha1' | 'sha256';

/** Which header holds the signature over which form of the object (gitformat-signature(5), hash-function-transition). */
const headerOf: { readonly [F in ObjectFormat]: string } = { sha1: 'gpgsig', sha256: 'gpgsig-sha256' };
const signatureHeaders: ReadonlySet<string> = new Set(Object.values(headerOf));
const signatureBytesMax = 64 * 1024;

/**
 * Parts an object as git does: a commit's signature is a header of it, a tag's is the end of its message, and a signature over
 * the object in the other hash is neither payload nor believed. Unlike git, an object with two signatures, or with bytes behind
 * the signature of a tag, is at fault: nobody could say what is covered.
 */
export function splitSignature(bytes: Buffer, type: ObjectType, format: ObjectFormat): SplitObject {
  const end = bytes.indexOf('\n\n');
  const head = end < 0 ? bytes : bytes.subarray(0, end + 1);
  const { kept, signatures } = splitHeaders(head);
  const own = signatures.filter(({ name }) => name === headerOf[format]).map(({ text }) => text);
  const body = end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 1);
  const trailing = type === 'tag' ? trailingSignature(body) : null;
  const message = trailing === null ? body : body.subarray(0, trailing.from);
  const all = type === 'tag' ? (trailing === null ? [] : [trailing.text]) : own;
  return {
    payload: Buffer.concat([...kept, message]),
    signature: all[0] ?? null,
    fault: faultOf(head, all, type, own),
  };
}

function faultOf(head: Buffer, all: readonly string[], type: ObjectType, headers: readonly string[]): string | null {
  if (head.includes(0)) return 'its headers hold a NUL byte, behind which programs do not look';
  if (all.length > 1) return 'it carries more than one signature';
  if (type === 'tag' && headers.length > 0) return 'it is a tag with the signature of a commit among its headers';
  if (all.some(({ length }) => length > signatureBytesMax)) return 'its signature is larger than any real one';
  return null;
}

type HeaderSignature = { readonly name: string; readonly text: string };

/** Lines that begin with a space continue the header above them. */
function splitHeaders(head: Buffer): {
  readonly kept: readonly Buffer[];
  readonly signatures: readonly HeaderSignature[];
} {
  const kept: Buffer[] = [];
  const signatures: { readonly name: string; readonly lines: string[] }[] = [];
  let current: (typeof signatures)[number] | null = null;
  for (let at = 0; at < head.length;) {
    const newline = head.indexOf(10, at);
    const line = head.subarray(at, newline < 0 ? head.length : newline + 1);
    at += line.length;
    const continues = line[0] === 0x20;
    if (!continues) {
      const name = line.toString('latin1', 0, Math.min(line.length, 32)).split(' ', 1)[0] ?? '';
      current = signatureHeaders.has(name) ? { name, lines: [] } : null;
      if (current !== null) signatures.push(current);
    }
    if (current === null) kept.push(line);
    else current.lines.push(line.toString('latin1', continues ? 1 : current.name.length + 1));
  }
  return { kept, signatures: signatures.map(({ name, lines }) => ({ name, text: armorOf(lines) })) };
}

/** Up to the end of the armor: what some programs put behind it in the header is no part of any message. */
function armorOf(lines: readonly string[]): string {
  const end = lines.findIndex((line) => /^-----END [A-Z ]+-----\s*$/u.test(line));
  return lines.slice(0, end < 0 ? lines.length : end + 1).join('');
}

const armors = ['PGP SIGNATURE', 'PGP MESSAGE', 'SSH SIGNATURE', 'SIGNED MESSAGE'].map(
  (label) => `-----BEGIN ${label}-----\n`,
);

/** As git, the last line that begins a signature begins it, and everything from there on is the signature. */
function trailingSignature(body: Buffer): { readonly from: number; readonly text: string } | null {
  const from = Math.max(...armors.map((armor) => startOfLine(body, armor)));
  return from < 0 ? null : { from, text: body.toString('latin1', from) };
}

/** Where the last line begins that is this text. The body begins with the newline that ends the headers. */
function startOfLine(body: Buffer, line: string): number {
  const found = body.lastIndexOf(`\n${line}`);
  return found < 0 ? -1 : found + 1;
}
