// SPDX-License-Identifier: Apache-2.0
import { semverOrder, type SemanticVersion } from '../semver/semver-order.ts';
import type { VersionOrder } from '../version-order.ts';

/** Cargo's registry takes strict Semantic Versioning only. Build metadata says nothing about precedence. */
export const cratesOrder: VersionOrder<SemanticVersion> = semverOrder;
