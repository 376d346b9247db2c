// SPDX-License-Identifier: Apache-2.0
import type { Severity } from './severity.ts';

/** What a result is about; it decides how the result is identified and merged. */
export type ResultKind = 'code' | 'component' | 'secret' | 'configuration' | 'dynamic';

/** A place in the sources. `path` is relative to the root, with `/`, never absolute, never with `..`. Lines count from 1. */
export type CodePlace = {
  readonly path: string;
  readonly startLine?: number;
  readonly endLine?: number;
  readonly startColumn?: number;
  /** The text at the place where the report has it; secrets are masked. */
  readonly snippet?: string;
  /** Function, class or resource as reported. */
  readonly symbol?: string;
};

/** A place in a running application. No credentials and no values of a query in `url`. */
export type WebPlace = { readonly url: string; readonly method?: string; readonly parameter?: string };

/** The component that a result is about. `path`: the manifest, lockfile or layer in which the tool saw it. */
export type ResultComponent = {
  readonly name: string;
  readonly version?: string;
  /** Package URL, where the tool gives one or its ecosystem is certain. */
  readonly purl?: string;
  readonly path?: string;
};

/** One result of one tool, as the tool reported it, in our words. What a tool does not say is left out. */
export type ToolResult = {
  readonly kind: ResultKind;
  /** The tool's id of the rule, check or vulnerability. */
  readonly rule: string;
  /** One line. */
  readonly title: string;
  readonly message?: string;
  readonly severity: Severity;
  /** As the tool wrote it, such as `WARNING` or `7.5`. */
  readonly reportedSeverity?: string;
  readonly confidence?: 'high' | 'medium' | 'low';
  /** The first one is where it is reported; the others lead there. */
  readonly places?: readonly [CodePlace, ...CodePlace[]];
  readonly web?: WebPlace;
  /** Other addresses of the same site at which the same was seen. */
  readonly alsoAt?: readonly [WebPlace, ...WebPlace[]];
  readonly component?: ResultComponent;
  /** CVE, GHSA, OSV … ids: the first as reported, then its aliases. */
  readonly vulnerabilities?: readonly string[];
  /** `CWE-79`, sorted by number. */
  readonly weaknesses?: readonly string[];
  /** CVSS vectors as published, of any version. */
  readonly cvss?: readonly string[];
  readonly fixedVersions?: readonly string[];
  /** The tool's own fingerprints by name. */
  readonly fingerprints?: { readonly [name: string]: string };
  /** The tool says that somebody decided on it: in the source, or outside of it. */
  readonly suppressed?: { readonly where: 'source' | 'elsewhere'; readonly reason?: string };
  /** The tool says that it was fixed or has gone (a baseline of its own). */
  readonly gone?: true;
  readonly help?: string;
};
