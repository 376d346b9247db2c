// SPDX-License-Identifier: Apache-2.0

const globMax = 300;

/**
 * Whether a directory is a member by the globs of a workspace: `*` within a segment, `**` over segments, `{a,b}`,
 * and `!` to take members out again. Works segment by segment, without regular expressions made of foreign text.
 */
export function matchesWorkspace(globs: readonly string[], directory: string): boolean {
  let member = false;
  for (const glob of globs) {
    const excluded = glob.startsWith('!');
    const pattern = (excluded ? glob.slice(1) : glob).slice(0, globMax).replace(/^\.\//u, '').replace(/\/$/u, '');
    if (member !== !excluded && anyMatch(alternatives(pattern), directory)) member = !excluded;
  }
  return member;
}

function anyMatch(patterns: readonly string[], directory: string): boolean {
  return patterns.some((pattern) => segmentsMatch(pattern.split('/'), directory.split('/')));
}

/** One level of `{a,b}`; nested braces do not occur in manifests. */
function alternatives(pattern: string): readonly string[] {
  const [, before = '', inside, after = ''] = /^([^{]*)\{([^{}]*)\}(.*)$/u.exec(pattern) ?? [];
  return inside === undefined ? [pattern] : inside.split(',', 50).map((choice) => `${before}${choice}${after}`);
}

/** Dynamic programming over both lists, so `**` cannot make it slow. */
function segmentsMatch(pattern: readonly string[], segments: readonly string[]): boolean {
  let reachable = new Set([0]);
  for (const part of pattern) {
    const next = new Set<number>();
    for (const at of reachable) {
      if (part === '**') for (let to = at; to <= segments.length; to += 1) next.add(to);
      else if (at < segments.length && segmentMatches(part, segments[at] ?? '')) next.add(at + 1);
    }
    reachable = next;
  }
  return reachable.has(segments.length);
}

function segmentMatches(part: string, segment: string): boolean {
  const pieces = part.split('*');
  const [first = ''] = pieces;
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return part === segment;
  if (!segment.startsWith(first) || !segment.endsWith(last) || segment.length < first.length + last.length)
    return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = segment.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at <= segment.length - last.length;
}
