// SPDX-License-Identifier: Apache-2.0
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { Grammar } from '../code-language.ts';

/** A file to analyse, with the rules (places in `codeRules`) whose keywords it holds. */
export type AnalysisRequest = {
  readonly path: string;
  readonly grammar: Grammar;
  readonly rules: readonly number[];
  readonly text: string;
};

/** A place in the file. Lines and columns count from 1. */
export type FoundPlace = {
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn: number;
  readonly snippet: string;
};

/** The places lead from where data comes in to where it does harm; the first is where it does harm. */
export type FoundCode = {
  readonly rule: number;
  readonly places: readonly [FoundPlace, ...FoundPlace[]];
  readonly suppressed?: ToolResult['suppressed'];
};

/** One for each request, in their order. */
export type AnalysisReply =
  | { readonly state: 'analysed'; readonly found: readonly FoundCode[] }
  | { readonly state: 'failed'; readonly because: string };
