// SPDX-License-Identifier: Apache-2.0
import { withoutSecretText } from '@plumbline/core/evidence/without-secrets';
import type { Severity } from '@plumbline/core/findings/severity';
import type {
  CodePlace,
  ResultComponent,
  ResultKind,
  ToolResult,
  WebPlace,
} from '@plumbline/core/findings/tool-result';
import { hideSecret, showsSecret } from './hide-secret.ts';
import { relativePath } from './relative-path.ts';
import { webUrl } from './web-url.ts';

/** Bounds of one result, in UTF-16 code units and entries: a report may not make a finding as large as it likes. */
const bounds = { rule: 300, title: 300, message: 4000, snippet: 1000, name: 300, places: 50, ids: 100 } as const;

type Maybe<T> = T | null | undefined;

/** A place as a report writes it: any path, any line. */
export type GivenPlace = {
  readonly path: Maybe<string>;
  readonly startLine?: Maybe<number>;
  readonly endLine?: Maybe<number>;
  readonly startColumn?: Maybe<number>;
  readonly snippet?: Maybe<string>;
  readonly symbol?: Maybe<string>;
};

/** An address as a report writes it. */
export type GivenWebPlace = {
  readonly url: string;
  readonly method?: Maybe<string>;
  readonly parameter?: Maybe<string>;
};

/** What a parser read, before it is bounded and cleaned. Null, undefined, empty texts and empty lists are "not said". */
export type GivenResult = {
  readonly kind: ResultKind;
  readonly rule: string;
  readonly title: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly severity: Severity;
  readonly reportedSeverity?: Maybe<string>;
  readonly confidence?: Maybe<'high' | 'medium' | 'low'>;
  readonly places?: readonly GivenPlace[];
  readonly web?: Maybe<GivenWebPlace>;
  readonly alsoAt?: readonly GivenWebPlace[];
  readonly component?: Maybe<{
    readonly name: Maybe<string>;
    readonly version?: Maybe<string>;
    readonly purl?: Maybe<string>;
    readonly path?: Maybe<string>;
  }>;
  readonly vulnerabilities?: readonly Maybe<string>[];
  /** In any form: `79`, `CWE-79`, `cwe-079: …`. */
  readonly weaknesses?: readonly Maybe<string | number>[];
  readonly cvss?: readonly Maybe<string>[];
  readonly fixedVersions?: readonly Maybe<string>[];
  readonly fingerprints?: { readonly [name: string]: Maybe<string> };
  readonly suppressed?: Maybe<{ readonly where: 'source' | 'elsewhere'; readonly reason?: Maybe<string> }>;
  readonly gone?: boolean;
  readonly help?: Maybe<string>;
};

/**
 * The one way to make a result: texts are bounded, one line where they are titles, and free of known tokens; paths are
 * relative to the root or left out; addresses lose credentials and the values of their query; ids are unique and in one form.
 * What shows a secret, a hard-coded credential of a tool for code as well, is of kind `secret` and keeps no snippet.
 */
export function createResult(raw: GivenResult): ToolResult {
  const weaknesses = weaknessesOf(raw.weaknesses);
  const given = showsSecret(raw, weaknesses) ? hideSecret(raw) : raw;
  const [first, ...others] = (given.places ?? []).slice(0, bounds.places).flatMap(placeOf);
  const rule = lineOf(given.rule, bounds.rule) ?? 'unnamed';
  return {
    kind: given.kind,
    rule,
    title: lineOf(given.title, bounds.title) ?? rule,
    severity: given.severity,
    ...defined({
      message: textOf(given.message, bounds.message),
      reportedSeverity: lineOf(given.reportedSeverity, bounds.name),
      confidence: given.confidence ?? undefined,
      places: first === undefined ? undefined : ([first, ...others] as const),
      web: webOf(given.web),
      alsoAt: alsoAtOf(given),
      component: componentOf(given.component),
      vulnerabilities: idsOf(given.vulnerabilities),
      weaknesses,
      cvss: idsOf(given.cvss),
      fixedVersions: idsOf(given.fixedVersions),
      fingerprints: fingerprintsOf(given.fingerprints),
      suppressed: suppressedOf(given.suppressed),
      gone: given.gone === true ? (true as const) : undefined,
      help: lineOf(given.help, bounds.message),
    }),
  };
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the members that are undefined, so that a result costs what it says. */
function defined<T extends object>(members: T): Defined<T> {
  const kept: { [name: string]: unknown } = {};
  for (const name of Object.keys(members) as (keyof T & string)[])
    if (members[name] !== undefined) kept[name] = members[name];
  return kept as Defined<T>; // the same names and values, only fewer
}

function textOf(text: Maybe<string>, lengthMax: number): string | undefined {
  const trimmed = text?.slice(0, lengthMax * 2).trim();
  if (trimmed === undefined || trimmed === '') return undefined;
  return withoutSecretText(trimmed.slice(0, lengthMax).toWellFormed());
}

function lineOf(text: Maybe<string>, lengthMax: number): string | undefined {
  return textOf(text?.slice(0, lengthMax * 4).replaceAll(/\s+/g, ' '), lengthMax);
}

function placeOf(given: GivenPlace): readonly CodePlace[] {
  const path = relativePath(given.path);
  if (path === null) return [];
  const place = {
    startLine: countFromOne(given.startLine),
    endLine: countFromOne(given.endLine),
    startColumn: countFromOne(given.startColumn),
    snippet: textOf(given.snippet, bounds.snippet),
    symbol: lineOf(given.symbol, bounds.name),
  };
  return [{ path, ...defined(place) }];
}

const countFromOne = (value: Maybe<number>): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? value : undefined;

function webOf(given: GivenResult['web']): WebPlace | undefined {
  const url = webUrl(given?.url);
  if (url === null) return undefined;
  return {
    url,
    ...defined({ method: lineOf(given?.method, 20), parameter: lineOf(given?.parameter, bounds.name) }),
  };
}

const keyOf = ({ url, method, parameter }: WebPlace): string => JSON.stringify([url, method, parameter]);

/** Addresses that are the same once they are cleaned are told once. */
function alsoAtOf({ web, alsoAt }: GivenResult): ToolResult['alsoAt'] {
  if (alsoAt === undefined) return undefined;
  const first = webOf(web);
  const told = new Set(first === undefined ? [] : [keyOf(first)]);
  const [other, ...others] = alsoAt.slice(0, bounds.places * 4).flatMap((given): readonly WebPlace[] => {
    const place = webOf(given);
    if (place === undefined || told.has(keyOf(place))) return [];
    told.add(keyOf(place));
    return [place];
  });
  return other === undefined ? undefined : [other, ...others.slice(0, bounds.places - 1)];
}

function componentOf(given: GivenResult['component']): ResultComponent | undefined {
  const name = lineOf(given?.name, bounds.name);
  if (name === undefined) return undefined;
  const path = relativePath(given?.path);
  return {
    name,
    ...defined({
      version: lineOf(given?.version, bounds.name),
      purl: lineOf(given?.purl, 1000),
      path: path ?? undefined,
    }),
  };
}

function idsOf(given: readonly Maybe<string>[] | undefined): readonly string[] | undefined {
  if (given === undefined || given.length === 0) return undefined;
  const ids = new Set(given.slice(0, bounds.ids * 4).flatMap((id) => lineOf(id, bounds.name) ?? []));
  return ids.size === 0 ? undefined : [...ids].slice(0, bounds.ids);
}

const weakness = /(?:^|\bCWE[-_: ]?)0{0,6}(\d{1,5})\b/i;

function weaknessesOf(given: GivenResult['weaknesses']): readonly string[] | undefined {
  if (given === undefined || given.length === 0) return undefined;
  const numbers = new Set<number>();
  for (const value of given.slice(0, bounds.ids)) {
    const number = Number(weakness.exec(String(value ?? '').slice(0, 200))?.[1] ?? 0);
    if (number !== 0) numbers.add(number);
  }
  return numbers.size === 0 ? undefined : [...numbers].sort((a, b) => a - b).map((number) => `CWE-${number}`);
}

const fingerprintsMax = 20;

function fingerprintsOf(given: GivenResult['fingerprints']): { readonly [name: string]: string } | undefined {
  if (given === undefined) return undefined;
  const kept: { [name: string]: string } = {};
  let count = 0;
  for (const name of Object.keys(given)) {
    const text = lineOf(given[name], bounds.name);
    if (text === undefined || name === '__proto__' || count >= fingerprintsMax) continue;
    kept[name.slice(0, bounds.name)] = text;
    count += 1;
  }
  return count === 0 ? undefined : kept;
}

function suppressedOf(given: GivenResult['suppressed']): ToolResult['suppressed'] | undefined {
  if (given === null || given === undefined) return undefined;
  return { where: given.where, ...defined({ reason: lineOf(given.reason, bounds.message) }) };
}
