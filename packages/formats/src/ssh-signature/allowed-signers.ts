// SPDX-License-Identifier: Apache-2.0
import { parseSshPublicKey } from './parse-ssh-public-key.ts';
import type { SshPublicKey } from './ssh-public-key.ts';

/** One line of an allowed signers file (ssh-keygen(1), ALLOWED SIGNERS). */
export type AllowedSigner = {
  readonly principals: readonly string[];
  /** Null: of any namespace. Compared as they stand: a pattern of OpenSSH grants none. */
  readonly namespaces: readonly string[] | null;
  /** ISO instants in UTC; null: open. */
  readonly validAfter: string | null;
  readonly validBefore: string | null;
  readonly key: SshPublicKey;
};

export type ParsedAllowedSigners =
  | { readonly state: 'parsed'; readonly signers: readonly AllowedSigner[] }
  | { readonly state: 'failed'; readonly line: number; readonly because: string };

/** Reads an allowed signers file. A line that is not understood refuses the whole: it may be what limits a key. */
export function parseAllowedSigners(text: string): ParsedAllowedSigners {
  const signers: AllowedSigner[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const bare = line.trim();
    if (bare === '' || bare.startsWith('#')) continue;
    const signer = parseLine(bare);
    if (typeof signer === 'string') return { state: 'failed', line: index + 1, because: signer };
    signers.push(signer);
  }
  return { state: 'parsed', signers };
}

const field = /^("[^"]*"|[^\s"]+)\s+/u;

type Limits = Pick<AllowedSigner, 'namespaces' | 'validAfter' | 'validBefore'>;

const times = ['valid-after', 'valid-before'] as const;
const optionNames: ReadonlySet<string> = new Set(['namespaces', ...times]);

function parseLine(line: string): AllowedSigner | string {
  const principals = field.exec(line);
  if (principals === null) return 'principals, options and a key are expected';
  let rest = line.slice(principals[0].length);
  const key = parseSshPublicKey(rest);
  let options = '';
  if (key === null) {
    options = optionsOf(rest);
    rest = rest.slice(options.length).trimStart();
  }
  const behind = key ?? parseSshPublicKey(rest);
  if (behind === null)
    return 'a key of a type that is read is expected (ed25519, ecdsa-sha2-nistp*, RSA of 2048 bits or more, and the sk- forms)';
  const limits = readOptions(options);
  if (typeof limits === 'string') return limits;
  // One with `!` before it names nobody: it takes away from what the others grant.
  const named = (principals[1] ?? '').replaceAll('"', '').split(',');
  return { principals: named.filter((one) => !one.startsWith('!')), ...limits, key: behind };
}

/** Up to the first white space outside of quotes. */
function optionsOf(text: string): string {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted;
    else if (!quoted && (text[at] === ' ' || text[at] === '\t')) return text.slice(0, at);
  }
  return text;
}

const option = /([a-z-]+)(?:="([^"\\]*)")?(?:,|$)/iuy;

/** Read to their end or not at all: what is passed over may be what limits the key. Names in either case, as OpenSSH takes them. */
function readOptions(options: string): Limits | string {
  const said = new Map<string, string>();
  option.lastIndex = 0;
  while (option.lastIndex < options.length) {
    const from = option.lastIndex;
    const [, given, value = ''] = option.exec(options) ?? [];
    if (given === undefined) return `options that cannot be read: ${options.slice(from, from + 40)}`;
    const name = given.toLowerCase();
    if (!optionNames.has(name)) return `the option ${name.slice(0, 40)} is not supported`;
    if (said.has(name)) return `the option ${name} is there twice`;
    said.set(name, value);
  }
  const [validAfter, validBefore] = times.map((name) => instantOf(said.get(name)));
  const wrong = times.find((name) => said.has(name) && instantOf(said.get(name)) === null);
  if (wrong !== undefined) return `${wrong} is no time of UTC (YYYYMMDDHHMMSSZ)`;
  return {
    namespaces: said.get('namespaces')?.split(',') ?? null,
    validAfter: validAfter ?? null,
    validBefore: validBefore ?? null,
  };
}

/** `YYYYMMDD[HHMM[SS]]Z`. Without `Z` it would mean the zone of whoever reads it, which decides nothing. */
function instantOf(text: string | undefined): string | null {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?Z$/u.exec(text ?? '') ?? [];
  const instant = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const time = Date.parse(`${instant}Z`);
  // A month 13 compares with no time, and so would limit nothing; 31 February would be a day in March.
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(instant) ? null : `${instant}Z`;
}
