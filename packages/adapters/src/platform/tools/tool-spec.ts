// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import type { ScanTarget } from '@plumbline/core/scanning/scan-target';
import type { ScanBounds, ScanInput, ScannerNeed, ScanPlan } from '@plumbline/core/scanning/scanner';

/** Where one run of a tool may read and write. All folders are ours and empty but `tree`. */
export type ToolSetting = {
  readonly input: ScanInput;
  /** The files to scan, checked out for this scan. Empty for a tool that needs none. */
  readonly tree: string;
  /** For configuration that we write. */
  readonly folder: string;
  /** Where the report goes, for tools that write a file. */
  readonly reportFile: string;
  readonly version: string;
};

/** One call of the tool. Arguments reach it as they are, through no shell. */
export type ToolCommand = {
  readonly args: readonly string[];
  readonly report: 'stdout' | 'file';
  /**
   * The same call in which what people wrote into the sources to silence the tool is honoured. What only `args` reports was
   * then silenced in the source: it is kept, and marked as suppressed.
   */
  readonly honouring?: readonly string[];
  /** Variables beyond the common ones (`toolEnvironment`). */
  readonly environment?: { readonly [name: string]: string };
  readonly ruleSet?: string;
  /** It reads the whole history of the git directory. */
  readonly history?: true;
  /** It must be started above the files and told of them by a relative path; otherwise it starts in an empty folder. */
  readonly startsAbove?: true;
  /** What this call looks for, where it is less than the tool can. */
  readonly purposes?: readonly [ToolPurpose, ...ToolPurpose[]];
};

/** Why the tool cannot be started at all as things are, in a clause for people. */
export type Refusal = { readonly cannot: string };

/**
 * What there is to know about one external tool: data and small pure functions, from which `createToolScanner` makes a
 * scanner. A repository must not be able to switch off its own scanner in silence: configuration files of the repository are
 * not in `tree`, and `command` tells the tool to use ours or none.
 */
export type ToolSpec = {
  /** Name of its folder. */
  readonly id: string;
  /** One line: what it looks for. */
  readonly title: string;
  /** Name for people. */
  readonly tool: string;
  readonly purposes: readonly [ToolPurpose, ...ToolPurpose[]];
  readonly needs: readonly ScannerNeed[];
  readonly bounds: ScanBounds;
  /** Names of the program, the preferred one first. */
  readonly programs: readonly [string, ...string[]];
  /** How to get it: a clause after "To have it, ". */
  readonly install: string;
  /** `goModule`: a program that was built from this module without being told its version has it in its build information. */
  readonly version: { readonly args: readonly string[]; readonly pattern: RegExp; readonly goModule?: string };
  /** Variables that every call of it gets, such as those that turn off what it would send home. */
  readonly environment?: { readonly [name: string]: string };
  /** Id of the parser that reads its report. */
  readonly format: string;
  readonly plan: (target: ScanTarget) => ScanPlan;
  /** May write configuration into `folder`. */
  readonly command: (setting: ToolSetting) => ToolCommand | Refusal | Promise<ToolCommand | Refusal>;
  /** Exit codes after which the report counts; all others are failures. */
  readonly finished: readonly number[];
  /** What exit codes mean that are none of `finished`, where the tool documents it. */
  readonly failures?: { readonly [code: number]: string };
  /** Why a well-formed report of a call that ended well says that the tool did not do its work; null: it did. */
  readonly refuse?: (report: string) => string | null;
  /** Lines of standard error that speak of something that was passed over: the run is then not complete. */
  readonly complaint?: RegExp;
  /** It writes nothing at all where it finds nothing, and only its exit code says that it came to its end. */
  readonly silentWhenClean?: true;
};
