// SPDX-License-Identifier: Apache-2.0
import { openSpdx } from './open-spdx.ts';
import { parseSpdx2 } from './parse-spdx-2.ts';
import { parseSpdx3 } from './parse-spdx-3.ts';
import type { ParsedSpdx } from './spdx-document.ts';
import { spdxKeep } from './spdx-keep.ts';

/** Parses SPDX 2.2 and 2.3 as JSON and tag-value, and 3.0 as JSON-LD with its one context. */
export function parseSpdx(bytes: Uint8Array): ParsedSpdx {
  const opened = openSpdx(bytes, spdxKeep);
  if (opened.state === 'failed') return opened;
  const sbom =
    opened.state === 'version-2'
      ? parseSpdx2(opened.document, opened.specVersion, opened.problems)
      : parseSpdx3(opened.graph, opened.specVersion, opened.problems);
  return { state: 'parsed', found: [sbom] };
}
