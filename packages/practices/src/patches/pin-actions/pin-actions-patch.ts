// SPDX-License-Identifier: Apache-2.0
import type { ExternalUse } from '@plumbline/core/facts/ci-pipelines';
import type { FileChange, KnownHash, Patch } from '@plumbline/core/roadmap/patch';
import { patchOf } from '../../patching/patch-result.ts';
import { workflowFiles } from '../../patching/workflow-files.ts';

/** Pins actions and reusable workflows by the commit that their tag is known to point to, the version in a comment. */
export const pinActionsPatch: Patch = {
  id: 'pin-actions',
  title: 'Pin actions by commit hash',
  reads: workflowFiles,
  write({ evidence, files, hashOf }) {
    const item = evidence['ci-pipelines'];
    if (item?.state !== 'found') return { state: 'not-possible', because: 'the pipelines are not known' };
    const unknown = new Set<string>();
    const changes = item.fact.pipelines.flatMap(({ path, externalUses }): readonly FileChange[] => {
      const before = files.get(path);
      if (before === undefined) return [];
      const lines = before.split('\n');
      for (const use of externalUses.filter((candidate) => isLoose(candidate))) {
        const known = hashOf(use.reference);
        if (known === null || !pinLine(lines, use, known)) unknown.add(use.reference);
      }
      return [{ path, before, after: lines.join('\n') }];
    });
    const notes = [
      'The newest commit known for the tag is taken: look at what lies between it and what the tag points to today',
      ...(unknown.size === 0 ? [] : [`Not pinned, nobody here knows the commit: ${[...unknown].sort().join(', ')}`]),
    ];
    return patchOf(
      changes,
      notes,
      `the commits of ${[...unknown].sort().join(', ') || 'these uses'} are not known here; run without --offline to look them up`,
    );
  },
};

function isLoose({ kind, pinnedBy }: ExternalUse): boolean {
  return (kind === 'action' || kind === 'reusable-workflow') && (pinnedBy === 'tag' || pinnedBy === 'branch');
}

/**
 * Changes the line that holds the reference (the value may stand on the line after `uses:`); false if it is not there.
 * The version goes into a comment where one can follow: not within a flow mapping or list, which it would cut off.
 */
function pinLine(lines: string[], { reference, line }: ExternalUse, { commit, version }: KnownHash): boolean {
  const at = [line - 1, line].find((index) => lines[index]?.includes(reference));
  if (at === undefined) return false;
  const text = lines[at] ?? '';
  const start = text.indexOf(reference);
  const name = reference.slice(0, reference.lastIndexOf('@'));
  const rest = text.slice(start + reference.length);
  const [, quote = '', comment = '', ending = ''] = /^(['"]?)[ \t]*(?:#([^\r]*))?(\r?)$/.exec(rest) ?? [];
  const plain = /^['"]?[ \t]*(?:#|\r?$)/.test(rest);
  const kept = comment.trim() === '' || isVersion(comment) ? '' : ` #${comment}`;
  lines[at] = `${text.slice(0, start)}${name}@${commit}${plain ? `${quote} # ${version}${kept}${ending}` : rest}`;
  return true;
}

/** A comment that says only which version it was: the new one takes its place. */
const isVersion = (comment: string): boolean => /^\s*(?:tag=)?v?\d[\w.-]*\s*$/.test(comment);
