// SPDX-License-Identifier: Apache-2.0
// What we ask of Fulcio and Rekor is what sigstore-js asks, and what it signs verifies here.
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { messageOf } from '@plumbline/adapters/platform/keys/read-whole';
import { type KeylessSigner, openKeylessSigner } from '@plumbline/adapters/signers/keyless/open-keyless-signer';
import { checkSignature } from '@plumbline/adapters/verifiers/check-signature';
import type { SigstoreSigner } from '@plumbline/core/verification/trust-policy';
import { verifyArtifact } from '@plumbline/engine/verify/verify-artifact';
import { inTotoPayloadType } from '@plumbline/formats/dsse/envelope';
import { preAuthenticationEncoding } from '@plumbline/formats/dsse/pre-authentication-encoding';
import { readSignedFile } from '@plumbline/formats/sigstore/read-signed-file';
import type { BundleContent } from '@plumbline/formats/sigstore/render-bundle';
import { bundleToJSON } from '@sigstore/bundle';
import { DSSEBundleBuilder, FulcioSigner, MessageSignatureBundleBuilder, RekorWitness } from '@sigstore/sign';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { identityToken, issuer, paths, type SigstoreInstance, startSigstore, subject } from '../scenarios/sigstore-instance.ts';
import { requirementOf } from './trust.ts';

let sigstore: SigstoreInstance;
const bodies: { readonly path: string; readonly value: unknown }[] = [];
const token = identityToken();
const artifact = Buffer.from('lantern 1.0\n');
const statement = Buffer.from('{"_type":"https://in-toto.io/Statement/v1"}');

beforeAll(async () => {
  sigstore = await startSigstore();
  for (const path of [paths.certificate, paths.entries, paths.entries2])
    sigstore.instead(path, (body: Buffer, request: IncomingMessage) => {
      bodies.push({ path, value: JSON.parse(body.toString()) });
      return sigstore.answerOf(path, body, request);
    });
}, 30_000);
afterEach(() => bodies.splice(0));
afterAll(() => sigstore.close());

/** A value without what is another one each time: texts of base64 and PEM become what they are. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, shapeOf(held)]));
  if (typeof value !== 'string') return value;
  if (value.startsWith('{')) return shapeOf(JSON.parse(value));
  const text = /^[A-Za-z0-9+/]{24,}={0,2}$/u.test(value) ? Buffer.from(value, 'base64').toString('latin1') : value;
  if (text.startsWith('-----BEGIN')) return text.split('\n', 1)[0];
  return text === value ? value : 'bytes';
}

type Version = '1' | '2';

const theirs = {
  identityProvider: { getToken: (): Promise<string> => Promise.resolve(token) },
  signer: () => new FulcioSigner({ fulcioBaseURL: sigstore.url, identityProvider: theirs.identityProvider }),
  witnesses: (version: Version = '1') => [
    new RekorWitness({ rekorBaseURL: sigstore.url, majorApiVersion: Number(version) }),
  ],
};

const ours = (version: Version): Promise<KeylessSigner> =>
  openKeylessSigner(
    { fulcio: sigstore.url, rekor: { address: sigstore.url, version } },
    { file: undefined, environment: { SIGSTORE_ID_TOKEN: token } },
  );

const contents: { readonly [kind: string]: (signer: KeylessSigner) => Promise<BundleContent> } = {
  artifact: async ({ signer }) => ({
    signature: await signer.sign(messageOf(artifact)),
    sha256: createHash('sha256').update(artifact).digest(),
  }),
  statement: async ({ signer }) => {
    const signature = await signer.sign(messageOf(preAuthenticationEncoding(inTotoPayloadType, statement)));
    return {
      envelope: {
        payloadType: inTotoPayloadType,
        payload: statement,
        signatures: [{ keyId: null, signature, certificate: null }],
      },
    };
  },
};

test.each<[string, Version]>([
  ['artifact', '1'],
  ['statement', '1'],
  ['artifact', '2'],
  ['statement', '2'],
])('the requests for a signed %s and Rekor %s are those of sigstore-js', async (kind, version) => {
  const keyless = await ours(version);
  const content = await contents[kind]?.(keyless);
  if (content !== undefined) await keyless.publish(content);
  const own = bodies.splice(0).map(shapeOf);
  const options = { signer: theirs.signer(), witnesses: theirs.witnesses(version) };
  await (kind === 'artifact'
    ? new MessageSignatureBundleBuilder(options).create({ data: artifact })
    : new DSSEBundleBuilder(options).create({ data: statement, type: inTotoPayloadType }));
  // They write an empty id of the key where we write none.
  const other = JSON.parse(JSON.stringify(bodies.map(shapeOf)).replaceAll('"keyid":"",', '').replaceAll(',"keyid":""', ''));
  expect(own).toEqual(other);
  expect(own).toHaveLength(2);
});

test('what sigstore-js signs verifies, in its own form of a bundle', async () => {
  const builder = new MessageSignatureBundleBuilder({ signer: theirs.signer(), witnesses: theirs.witnesses() });
  const bundle = bundleToJSON(await builder.create({ data: artifact }));
  const signer: SigstoreSigner = {
    kind: 'sigstore',
    name: 'signer',
    root: { from: 'instance', text: sigstore.trustedRoot },
    issuer,
    subject,
    logRequired: true,
    timestampRequired: true,
  };
  const verification = await verifyArtifact({
    artifact: {
      name: 'lantern.tar',
      sha256: createHash('sha256').update(artifact).digest('hex'),
      content: messageOf(artifact),
    },
    candidates: readSignedFile(Buffer.from(JSON.stringify(bundle)), 'bundle'),
    policy: { signers: [signer], requirements: [requirementOf()] },
    asOf: '2095-06-30T23:59:59Z',
    checkSignature,
  });
  expect(verification.outcome).toBe('verified');
  // Why it is not used to sign: files go into the second version of the form.
  expect(bundle).toMatchObject({ mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.2' });
});
