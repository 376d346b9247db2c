// SPDX-License-Identifier: Apache-2.0
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import type { Parsed } from '../imports/parsed.ts';
import type { Unfiled } from '../imports/unfiled.ts';

/** One bill of materials, or why the file is none. */
export type ParsedSpdx = Parsed<Unfiled<Sbom>>;
