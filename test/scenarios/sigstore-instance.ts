// SPDX-License-Identifier: Apache-2.0
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { integerOf } from '@plumbline/formats/der/der-fields';
import { readDer } from '@plumbline/formats/der/read-der';
import { initializeCA, initializeCTLog, initializeTLog, initializeTSA, fulcioHandler } from '@sigstore/mock';

const ofMock = createRequire(createRequire(import.meta.url).resolve('@sigstore/mock'));
// Loading the stand-ins replaces the HTTP client of the whole process, which other tests use too.
(ofMock('nock') as { readonly restore: () => void }).restore();

type Reply = { readonly status: number; readonly body: string | Uint8Array };
type Answer = (body: Buffer, request: IncomingMessage) => Reply | Promise<Reply>;

/** A Sigstore instance on this machine: the stand-ins of sigstore-js for Fulcio, Rekor and the timestamp authority, behind one address. */
export type SigstoreInstance = {
  readonly url: string;
  /** Its trusted_root.json. */
  readonly trustedRoot: string;
  /** Paths that were asked, in order. */
  readonly asked: string[];
  /** Answers a path otherwise; without an answer, as before. */
  readonly instead: (path: string, answer?: Answer) => void;
  /** What the path would answer. */
  readonly answerOf: (path: string, body: Buffer, request: IncomingMessage) => Promise<Reply>;
  readonly close: () => void;
};

export const paths = {
  certificate: '/api/v2/signingCert',
  entries: '/api/v1/log/entries',
  entries2: '/api/v2/log/entries',
  timestamp: '/api/v1/timestamp',
  token: '/token',
} as const;

export async function startSigstore(): Promise<SigstoreInstance> {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ctLog = await initializeCTLog(keys);
  const authority = await initializeCA(keys, ctLog);
  const log = await initializeTLog('https://rekor.sigstore.mock', keys);
  const stamps = await initializeTSA(keys);
  const fulcio = fulcioHandler(authority);
  const usual: { readonly [path: string]: Answer } = {
    [paths.certificate]: async (body) => {
      const { statusCode, response } = await fulcio.fn(body.toString());
      return { status: statusCode, body: typeof response === 'string' ? response : bytesOf(response) };
    },
    [paths.entries]: async (body) => ({
      status: 201,
      body: JSON.stringify(await log.log(storedForm(JSON.parse(body.toString())))),
    }),
    [paths.entries2]: async (body) => ({
      status: 201,
      body: JSON.stringify(entryOf(await log.log(storedForm2(body)))),
    }),
    [paths.timestamp]: async (body) => ({ status: 201, body: await stamped(stamps, body) }),
    [paths.token]: (_, { headers }) =>
      headers.authorization === 'Bearer of this job'
        ? { status: 200, body: JSON.stringify({ value: identityToken() }) }
        : { status: 401, body: '' },
  };
  const other = new Map<string, Answer>();
  const asked: string[] = [];
  const answerOf = async (path: string, body: Buffer, request: IncomingMessage): Promise<Reply> =>
    (await usual[path]?.(body, request)) ?? { status: 404, body: 'nothing here' };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    void (async () => {
      const path = new URL(request.url ?? '', 'http://localhost').pathname;
      asked.push(request.url ?? '');
      const body = await buffer(request);
      const reply = await (other.get(path)?.(body, request) ?? answerOf(path, body, request));
      response.writeHead(reply.status).end(reply.body);
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    trustedRoot: trustedRootOf({
      authority: [authority.rootCertificate],
      // The certificate that stamps comes first: a root with nothing but the root of the authority trusts no timestamp.
      stamps: [stamps.intCertificate, stamps.rootCertificate],
      log: log.publicKey,
      ctLog: ctLog.publicKey,
    }),
    asked,
    instead: (path, answer) => void (answer === undefined ? other.delete(path) : other.set(path, answer)),
    answerOf,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A token as a build service would give it, with a signature that the stand-in does not check. */
export function identityToken(claims: object = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const payload = { iss: issuer, sub: subject, aud: 'sigstore', iat: now, exp: now + 300, ...claims };
  return `${part({ alg: 'ES256', typ: 'JWT' })}.${part(payload)}.${randomBytes(64).toString('base64url')}`;
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const issuer = 'https://issuer.example';
export const subject = 'https://example.com/us/lantern/.ci/release.yml@refs/tags/v1.0';

type Proposal = { readonly kind: string; readonly spec: { readonly proposedContent?: ProposedContent } };
type ProposedContent = { readonly envelope: string; readonly verifiers: readonly string[] };

/** What Rekor keeps of an envelope (dsse 0.0.1): its digests and its signature. The stand-in keeps what it gets. */
function storedForm(proposal: Proposal): object {
  const proposed = proposal.spec.proposedContent;
  if (proposed === undefined) return proposal;
  const { payload, signatures } = JSON.parse(proposed.envelope) as {
    readonly payload: string;
    readonly signatures: readonly { readonly sig: string }[];
  };
  return {
    ...proposal,
    spec: {
      envelopeHash: hash(proposed.envelope),
      payloadHash: hash(Buffer.from(payload, 'base64')),
      signatures: signatures.map(({ sig }) => ({ signature: sig, verifier: proposed.verifiers[0] })),
    },
  };
}

type Proposal2 = {
  readonly hashedRekordRequestV002?: { readonly digest: string; readonly signature: object };
  readonly dsseRequestV002?: {
    readonly envelope: { readonly payload: string; readonly signatures: readonly [{ readonly sig: string }] };
    readonly verifiers: readonly object[];
  };
};

const digestOf = (digest: string): object => ({ algorithm: 'SHA2_256', digest });

/** What Rekor 2 keeps (types 0.0.2). */
function storedForm2(body: Buffer): object {
  const { hashedRekordRequestV002: hashed, dsseRequestV002: envelope } = JSON.parse(body.toString()) as Proposal2;
  if (hashed !== undefined) {
    const hashedRekordV002 = { data: digestOf(hashed.digest), signature: hashed.signature };
    return { apiVersion: '0.0.2', kind: 'hashedrekord', spec: { hashedRekordV002 } };
  }
  const payload = Buffer.from(envelope?.envelope.payload ?? '', 'base64');
  const dsseV002 = {
    payloadHash: digestOf(createHash('sha256').update(payload).digest('base64')),
    signatures: envelope?.envelope.signatures.map(({ sig }) => ({ content: sig, verifier: envelope.verifiers[0] })),
  };
  return { apiVersion: '0.0.2', kind: 'dsse', spec: { dsseV002 } };
}

type Logged = {
  readonly body: string;
  readonly logID: string;
  readonly verification: {
    readonly inclusionProof: { readonly treeSize: number; readonly rootHash: string; readonly checkpoint: string };
  };
};

/** The stand-in's answer of Rekor 1 as Rekor 2 gives it: without a time, and without the index of a first entry, which is nought. */
function entryOf(answer: object): object {
  const [entry] = Object.values(answer as { readonly [uuid: string]: Logged });
  if (entry === undefined) throw new Error('the log has no entry');
  const { treeSize, rootHash, checkpoint } = entry.verification.inclusionProof;
  const { kind, apiVersion } = JSON.parse(Buffer.from(entry.body, 'base64').toString()) as {
    readonly kind: string;
    readonly apiVersion: string;
  };
  return {
    logId: { keyId: Buffer.from(entry.logID, 'hex').toString('base64') },
    kindVersion: { kind, version: apiVersion },
    inclusionProof: {
      treeSize: String(treeSize),
      rootHash: Buffer.from(rootHash, 'hex').toString('base64'),
      checkpoint: { envelope: checkpoint },
    },
    canonicalizedBody: entry.body,
  };
}

const hash = (bytes: string | Buffer): object => ({
  algorithm: 'sha256',
  value: createHash('sha256').update(bytes).digest('hex'),
});

type Stamps = Awaited<ReturnType<typeof initializeTSA>>;

/** The stand-in takes requests in JSON, with a nonce that fits a number; this one comes in DER, as RFC 3161 has it. */
async function stamped(stamps: Stamps, request: Buffer): Promise<Uint8Array> {
  const read = readDer(request);
  if (read.state === 'refused') throw new Error(read.because);
  const [, imprint, nonce] = read.value.parts;
  const asn1 = ofMock('asn1js') as {
    readonly Integer: { readonly fromBigInt: (value: bigint) => unknown };
  };
  type WithTime = { tstInfo: (request: object) => { nonce: unknown } };
  const inner = stamps as unknown as WithTime;
  const own = Object.getPrototypeOf(stamps) as WithTime;
  inner.tstInfo = (asked) =>
    Object.assign(own.tstInfo.call(stamps, asked), {
      nonce: asn1.Integer.fromBigInt(BigInt(`0x${integerOf(nonce) ?? '0'}`)),
      // A fraction of two digits, of which readers of times are not always aware.
      genTime: new Date(Math.floor(Date.now() / 1000) * 1000 + 120),
    });
  const answer = await stamps.timestamp({
    artifactHash: Buffer.from(imprint?.parts[1]?.content ?? []),
    hashAlgorithmOID: '2.16.840.1.101.3.4.2.1',
    nonce: 1,
    policyOID: '1.3.6.1.4.1.57264.2',
    certReq: true,
  });
  return bytesOf(answer);
}

const bytesOf = ({ buffer: bytes, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(bytes, byteOffset, byteLength);

type Trusted = {
  readonly authority: readonly ArrayBufferView[];
  readonly stamps: readonly ArrayBufferView[];
  readonly log: Buffer;
  readonly ctLog: Buffer;
};

function trustedRootOf({ authority, stamps, log, ctLog }: Trusted): string {
  const validFor = { start: '2020-01-01T00:00:00Z' };
  const chain = (certificates: readonly ArrayBufferView[]): object => ({
    certChain: {
      certificates: certificates.map((one) => ({ rawBytes: Buffer.from(bytesOf(one)).toString('base64') })),
    },
    validFor,
  });
  const logOf = (key: Buffer): object => ({
    // Checkpoints are signed in the name of the host.
    baseUrl: 'https://rekor.sigstore.mock',
    hashAlgorithm: 'SHA2_256',
    publicKey: { rawBytes: key.toString('base64'), keyDetails: 'PKIX_ECDSA_P256_SHA_256', validFor },
    logId: { keyId: createHash('sha256').update(key).digest('base64') },
  });
  return JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [logOf(log)],
    certificateAuthorities: [chain(authority)],
    ctlogs: [logOf(ctLog)],
    timestampAuthorities: [chain(stamps)],
  });
}
