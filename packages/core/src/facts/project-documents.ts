// SPDX-License-Identifier: Apache-2.0
import type { SourceLocation } from './source-location.ts';

/** Prose that other checks ask about, each passage by its place. */
export type ProjectDocuments = {
  /** Rules for writing code (security, safety or style), or a named coding standard that the code follows. */
  readonly codingStandards: readonly SourceLocation[];
  /** How an outsider verifies a release: the command or steps for signature, checksum or provenance. */
  readonly verificationGuides: readonly {
    readonly at: SourceLocation;
    readonly verifies: readonly ('signature' | 'checksum' | 'provenance')[];
  }[];
  /** Places that say where outside the repository the project documents a topic. */
  readonly elsewhere: readonly {
    readonly topic: 'coding-standard' | 'contributing' | 'verification' | 'threat-model' | 'governance';
    readonly url: string;
    readonly at: SourceLocation;
  }[];
};
