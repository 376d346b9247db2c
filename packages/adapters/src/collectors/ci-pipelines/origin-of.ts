// SPDX-License-Identifier: Apache-2.0
import type { AnalysisContext } from './analysis-context.ts';

/** Host and `owner/name` of a repository's address: `https://host/owner/name.git`, `git@host:owner/name`. */
export function originOf(uri: string): AnalysisContext['origin'] {
  const match =
    /^(?:[a-z+]{2,10}:\/\/)?(?:[^@/\s]{1,100}@)?([\w.-]{1,200})(?::\d{1,5})?[/:]([\w./~-]{1,400}?)(?:\.git)?\/?$/i.exec(
      uri.slice(0, 1000),
    );
  const slug = match?.[2] ?? '';
  return match && slug.includes('/') ? { host: (match[1] ?? '').toLowerCase(), slug } : null;
}
