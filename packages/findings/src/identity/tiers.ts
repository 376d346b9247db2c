// SPDX-License-Identifier: Apache-2.0
import type { ResultKind } from '@plumbline/core/findings/tool-result';
import type { Anchor } from './anchor.ts';

/** One way to recognise a result, from the strongest to the weakest. */
export type Tier = {
  readonly name: string;
  readonly because: string;
  /** Results with a key in common may be one. Null: this tier says nothing about the result. */
  readonly key: (anchor: Anchor) => string | null;
  /** Only where a key names one result on each side: several would be guessed at. */
  readonly single?: true;
  /** Only where the tool's rule went and another came: an upgrade that renamed it. */
  readonly renamedRule?: true;
};

/** A key of parts, or null when one of them is not known. */
const key = (...parts: readonly (string | number | null)[]): string | null =>
  parts.includes(null) ? null : parts.join('\n');
const classKey = ({ classes }: Anchor): string | null => (classes.length === 0 ? null : classes.join());
const fileName = (path: string | null): string | null => path?.slice(path.lastIndexOf('/') + 1) ?? null;

const ownFingerprint: Tier = {
  name: 'fingerprint of the tool',
  because: 'the tool gives it the same fingerprint',
  key: ({ rule, ownFingerprint: own }) => key(rule, own),
  single: true,
};
const surroundings: Tier = {
  name: 'same surroundings',
  because: 'the same rule in the same file, where the lines around it read as they did',
  key: ({ path, rule, surroundings: around }) => key(path, rule, around),
};
const sameLine: Tier = {
  name: 'same line of code',
  because: 'the same rule in the same file, at a line that reads as it did',
  key: ({ path, rule, text }) => key(path, rule, text),
};
/** Where the sources could not be read then or now, the number of the line is all there is. */
const lineNumber: Tier = {
  name: 'same line number',
  because: 'the same rule at the same line; what the line read is not known',
  key: ({ path, rule, line, column, text }) => (text === null ? key(path, rule, line, column ?? '') : null),
};
const sameSymbol: Tier = {
  name: 'same symbol',
  because: 'the only result of its rule in the same function, class or resource',
  key: ({ path, rule, symbol }) => key(path, rule, symbol),
  single: true,
};
const classAndLine: Tier = {
  name: 'same weakness, other rule',
  because: 'the same class of weakness in the same file, at a line that reads as it did',
  key: (anchor) => key(anchor.path, classKey(anchor), anchor.text),
};
const ruleRenamed: Tier = {
  name: 'rule renamed',
  because: 'one rule of the tool went, another came, and it names the same line',
  key: ({ path, text }) => key(path, text),
  single: true,
  renamedRule: true,
};
const movedFile: Tier = {
  name: 'file moved',
  because: 'the same rule in another file, where the lines around it read as they did',
  key: ({ rule, surroundings: around }) => key(rule, around),
};
const movedFileOtherRule: Tier = {
  name: 'file moved, other rule',
  because: 'the same class of weakness in another file, where the lines around it read as they did',
  key: (anchor) => key(classKey(anchor), anchor.surroundings),
};
const sameFileName: Tier = {
  name: 'folder moved',
  because: 'the same rule in a file of the same name, at a line that reads as it did',
  key: ({ path, rule, text }) => key(fileName(path), rule, text),
  single: true,
};

const inSources: readonly Tier[] = [surroundings, ownFingerprint, sameLine, lineNumber, sameSymbol];
const moved: readonly Tier[] = [movedFile, movedFileOtherRule, sameFileName];

const component: readonly Tier[] = [
  {
    name: 'same version',
    because: 'the same vulnerability in the same package, version and manifest',
    key: ({ vulnerabilities, subject, version, path }) => key(vulnerabilities.join(), subject, version, path ?? ''),
  },
  {
    name: 'same package',
    because: 'the same vulnerability in the same package and manifest, in another version',
    key: ({ vulnerabilities, subject, path }) => key(vulnerabilities.join(), subject, path ?? ''),
  },
  {
    name: 'manifest moved',
    because: 'the same vulnerability in the same package, in another manifest',
    key: ({ vulnerabilities, subject }) => key(vulnerabilities.join(), subject),
    single: true,
  },
];

const dynamic: readonly Tier[] = [
  {
    name: 'same request',
    because: 'the same rule at the same page, method and parameter',
    key: ({ rule, subject, method }) => key(rule, subject, method ?? ''),
  },
  {
    name: 'same weakness, other rule',
    because: 'the same class of weakness at the same page and parameter',
    key: (anchor) => key(classKey(anchor), anchor.subject),
    single: true,
  },
];

const configuration: readonly Tier[] = [
  {
    name: 'same resource',
    because: 'the same rule about the same resource',
    key: ({ path, rule, symbol }) => key(path, rule, symbol),
  },
  {
    name: 'same resource, other rule',
    because: 'the same check of the same resource',
    key: (anchor) => key(anchor.path, classKey(anchor), anchor.symbol),
  },
  {
    name: 'resource moved',
    because: 'the same rule about a resource of the same name, in another file',
    key: ({ rule, symbol }) => key(rule, symbol),
    single: true,
  },
];

/** The ways to recognise a result of each kind, in the order in which they are tried. */
export const tiersOf: { readonly [K in ResultKind]: readonly Tier[] } = {
  code: [...inSources, classAndLine, ruleRenamed, ...moved],
  secret: [ownFingerprint, surroundings, sameLine, lineNumber, ruleRenamed, ...moved],
  configuration: [...configuration, surroundings, sameLine, lineNumber, ...moved],
  component,
  dynamic,
};
