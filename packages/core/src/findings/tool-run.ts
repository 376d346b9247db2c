// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '../facts/ci-pipelines.ts';

/**
 * What became of one tool of a scan. `ran: false` is never clean: it was missing, crashed, was cut off or printed half a
 * report, and the gate reads it as "could not assess".
 */
export type ToolRun =
  | {
      readonly tool: string;
      readonly purposes: readonly ToolPurpose[];
      readonly ran: true;
      readonly version: string;
      readonly results: number;
      /** SHA-256 of the report, `sha256:` and 64 hex digits. */
      readonly report: string;
    }
  | { readonly tool: string; readonly purposes: readonly ToolPurpose[]; readonly ran: false; readonly because: string };
