// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import { at, textOf } from '@plumbline/formats/json/json-fields';
import { strictJsonValue } from '@plumbline/formats/json/strict-json-value';
import { readRegularFile } from '../../platform/files/read-regular-file.ts';
import { unreadWords } from '../../platform/files/unread-words.ts';
import { askService, serviceFault } from '../../platform/http/ask-service.ts';

/** Where an identity token may come from: a file that is named, else the environment of a build service. */
export type TokenPlaces = {
  readonly file: string | undefined;
  readonly environment: { readonly [name: string]: string | undefined };
  readonly signal?: AbortSignal;
};

const audience = 'sigstore';
const bytesMax = 64 * 1024;
const service = 'the identity provider of the build service';

/**
 * The text of an identity token: from the file; from SIGSTORE_ID_TOKEN, as GitLab sets it and as people do by hand; or asked of GitHub
 * Actions. Throws `usage` where there is none, `input-unreadable` and `fetch-failed`.
 */
export async function findIdentityToken({ file, environment, signal }: TokenPlaces): Promise<string> {
  if (file !== undefined) return tokenOfFile(file);
  const given = environment['SIGSTORE_ID_TOKEN'] ?? '';
  if (given !== '') return given;
  const [address, secret] = [
    environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '',
    environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '',
  ];
  if (address !== '' && secret !== '') return tokenOfActions(address, secret, signal);
  throw new PlumblineError('usage', 'signing without a key needs an identity token, and there is none', {
    next: 'GitHub Actions: permissions: id-token: write. GitLab: id_tokens: SIGSTORE_ID_TOKEN: aud: sigstore. Elsewhere: SIGSTORE_ID_TOKEN, or --identity-token-file',
  });
}

async function tokenOfFile(path: string): Promise<string> {
  const read = await readRegularFile(path, { bytesMax, followLink: true });
  if (read.state === 'read') return read.bytes.toString('utf8');
  throw new PlumblineError(
    'input-unreadable',
    `the file of the identity token cannot be read: ${unreadWords[read.state]}`,
    { path },
  );
}

/** GitHub, "OpenID Connect reference": the job's own secret buys a token for an audience. */
async function tokenOfActions(given: string, secret: string, signal: AbortSignal | undefined): Promise<string> {
  if (!URL.canParse(given)) throw new PlumblineError('usage', 'ACTIONS_ID_TOKEN_REQUEST_URL is no address');
  const url = new URL(given);
  url.searchParams.set('audience', audience);
  const address = url.href;
  const headers = { authorization: `Bearer ${secret}`, accept: 'application/json' };
  const { status, body } = await askService({ service, address, method: 'GET', headers, signal });
  const token = textOf(at(strictJsonValue(body), 'value'));
  if (status === 200 && token !== null) return token;
  throw serviceFault({ address }, `${service} gives no token (it answers ${status})`);
}
