// SPDX-License-Identifier: Apache-2.0
import type { SourceLocation } from './source-location.ts';

/** Fuzz targets and continuous-fuzzing configuration in the tree. */
export type FuzzTargets = {
  readonly targets: readonly {
    readonly kind: 'cargo-fuzz' | 'go-fuzz' | 'libfuzzer' | 'jazzer' | 'atheris' | 'afl' | 'property-based' | 'other';
    readonly at: SourceLocation;
  }[];
  readonly services: readonly {
    readonly service: 'oss-fuzz' | 'clusterfuzzlite';
    readonly at: SourceLocation;
    readonly inTree: boolean;
  }[];
};
