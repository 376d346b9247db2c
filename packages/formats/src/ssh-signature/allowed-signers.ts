// SPDX-License-Identifier: Apache-2.0
import { parseSshPublicKey } from './parse-ssh-public-key.ts';
import type { SshPublicKey } from './ssh-public-key.ts';

/** One line of an allowed signers file (ssh-keygen(1), ALLOWED SIGNERS). */
export type AllowedSigner = {
  readonly principals: readonly string[];
  /** Null: of any namespace. Patterns with `*` and `?`. */
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
  return { principals: (principals[1] ?? '').replaceAll('"', '').split(','), ...limits, key: behind };
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

function readOptions(options: string): Pick<AllowedSigner, 'namespaces' | 'validAfter' | 'validBefore'> | string {
  let namespaces: readonly string[] | null = null;
  let validAfter: string | null = null;
  let validBefore: string | null = null;
  for (const [, name = '', value = ''] of options.matchAll(/([a-z-]+)(?:="([^"]*)")?(?:,|$)/gu)) {
    if (name === 'namespaces') namespaces = value.split(',');
    else if (name === 'valid-after') validAfter = instantOf(value);
    else if (name === 'valid-before') validBefore = instantOf(value);
    else return `the option ${name.slice(0, 40)} is not supported`;
    if (name !== 'namespaces' && instantOf(value) === null) return `${name} is no time of UTC (YYYYMMDDHHMMSSZ)`;
  }
  return { namespaces, validAfter, validBefore };
}

/** `YYYYMMDD[HHMM[SS]]Z`. Without `Z` it would mean the zone of whoever reads it, which decides nothing. */
function instantOf(text: string): string | null {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?Z$/u.exec(text) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
