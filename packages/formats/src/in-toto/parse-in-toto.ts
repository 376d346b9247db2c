// SPDX-License-Identifier: Apache-2.0
import type { InTotoStatement } from '@plumbline/core/facts/imported/in-toto-statements';
import { type Parsed, notThisFormat } from '../imports/parsed.ts';
import type { Unfiled } from '../imports/unfiled.ts';
import { objectOf } from '../json/json-fields.ts';
import type { Keep } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { decodeBase64 } from '../base64/decode-base64.ts';
import { type Wrapped, unwrapStatements } from './envelopes.ts';
import { parseStatement } from './parse-statement.ts';

const resources: Keep = { uri: {}, name: {}, digest: 'all' };

/** What is read of a statement; the predicate of any other type is checked and not built. */
const statementKeep: { [member: string]: Keep } = {
  _type: {},
  predicateType: {},
  subject: resources,
  predicate: {
    builder: { id: {}, version: 'all' },
    invocation: { configSource: resources },
    metadata: {
      buildStartedOn: {},
      buildFinishedOn: {},
      startedOn: {},
      finishedOn: {},
      scannedOn: {},
      scanStartedOn: {},
      scanFinishedOn: {},
    },
    materials: resources,
    buildDefinition: {
      buildType: {},
      externalParameters: { source: resources, workflow: { repository: {}, ref: {} } },
      resolvedDependencies: resources,
    },
    runDetails: { builder: { id: {}, version: 'all' }, metadata: { startedOn: {}, finishedOn: {} } },
    verifier: { id: {}, version: 'all' },
    timeVerified: {},
    verificationResult: {},
    timestamp: {},
    scanner: { uri: {}, version: {}, result: {} },
    creator: {},
  },
};

const envelopeKeep: { [member: string]: Keep } = {
  payload: {},
  payloadType: {},
  signatures: { sig: {} },
  messageSignature: {},
  signed: { _type: {} },
  dsseEnvelope: { payload: {}, payloadType: {}, signatures: { sig: {} } },
  verificationMaterial: { tlogEntries: { integratedTime: {} } },
};

/** Registries, forges and build services wrap statements and bundles in each other: as deep as nesting may go. */
const keep: { [member: string]: Keep } = { ...statementKeep, ...envelopeKeep };
for (const member of [
  'attestations',
  'attestation',
  'bundle',
  'Bundle',
  'provenance_summary',
  'provenance',
  'envelope',
])
  keep[member] = keep;

/**
 * Parses in-toto Statements v0.1 and v1: bare, in DSSE envelopes, in Sigstore bundles, one or several of them, as JSON,
 * JSON lines or the lists that registries and forges serve. Signatures are counted, not verified.
 */
export function parseInToto(bytes: Uint8Array): Parsed<Unfiled<InTotoStatement>> {
  const parsed = parseJson(bytes, keep);
  if (parsed.state === 'failed') return parsed;
  const opened = parsed.values.flatMap((value) => unwrapStatements(value)).map((wrapped) => open(wrapped));
  const statements = opened.flatMap(({ statement }) => statement ?? []);
  const refusals = opened.flatMap(({ because }) => because ?? []);
  const [because = 'in-toto: neither a Statement nor an envelope that holds one'] = refusals;
  const [first, ...others] = statements;
  if (first === undefined) return notThisFormat(because);
  // What could not be opened is told beside what could.
  return { state: 'parsed', found: [{ ...first, problems: [...first.problems, ...refusals.slice(0, 20)] }, ...others] };
}

type Opened = { readonly statement: Unfiled<InTotoStatement> | null; readonly because: string | null };

function open(wrapped: Wrapped): Opened {
  if (wrapped.kind === 'unusable') return { statement: null, because: wrapped.because };
  if (wrapped.kind === 'bare')
    return { statement: parseStatement(wrapped.statement, { signed: false, loggedAt: null }), because: null };
  const bytes = wrapped.payload === null ? null : decodeBase64(wrapped.payload);
  const parsed = bytes === null ? null : parseJson(bytes, statementKeep);
  if (parsed?.state !== 'parsed') return { statement: null, because: 'DSSE: the payload is not base64 of JSON' };
  const around = { signed: wrapped.signatures > 0, loggedAt: wrapped.loggedAt };
  const because =
    wrapped.payloadType === 'application/vnd.in-toto+json'
      ? null
      : 'DSSE: payloadType is not application/vnd.in-toto+json';
  return { statement: parseStatement(objectOf(parsed.values[0]), around), because };
}
