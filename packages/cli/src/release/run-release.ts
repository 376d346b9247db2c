// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { createFolder } from '@plumbline/adapters/platform/files/create-folder';
import { keepStream } from '@plumbline/adapters/platform/files/keep-stream';
import { writeFileAtomically } from '@plumbline/adapters/platform/files/write-file-atomically';
import { openRepository, type OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import { readTag, type TagOfRelease } from '@plumbline/adapters/platform/git/read-tag';
import { copyPart, type NamedFile } from '@plumbline/adapters/release-files/copy-part';
import { stateOfRepository } from '@plumbline/adapters/state/state-of-repository';
import type { Digest } from '@plumbline/core/digest';
import { PlumblineError } from '@plumbline/core/errors';
import { releaseManifestName, type ReleasePart } from '@plumbline/core/release/release-manifest';
import type { StateStore } from '@plumbline/core/state/state-store';
import { type GateOfRelease, gateOfRelease } from '@plumbline/engine/release/gate-of-release';
import { checkPartNames, gatherRelease, releaseManifestText } from '@plumbline/engine/release/gather-release';
import { printJson } from '@plumbline/reports/print-json';
import { visibleLine } from '@plumbline/reports/visible-text';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { createdAt } from '../sbom/created-at.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { entryOfRelease, recordRelease } from './record-release.ts';
import { renderGathered } from './render-gathered.ts';
import { tellOthers } from './tell-others.ts';

export type RunReleaseOptions = {
  readonly artifact: readonly string[];
  readonly source?: readonly string[];
  readonly sbom?: readonly string[];
  readonly provenance?: readonly string[];
  readonly report?: readonly string[];
  readonly signature?: readonly string[];
  readonly output?: string;
  readonly repo: string;
  readonly state?: string;
  readonly withoutGate?: string;
  readonly format: 'text' | 'json';
};

const statementName = 'gate-result.intoto.json';

/** `plumbline release`: the manifest is written last, so that a folder with one is whole. */
export async function runRelease(tag: string, options: RunReleaseOptions, terminal: Terminal): Promise<ExitCode> {
  const files = filesOf(options);
  const about = await readAbout(tag, options, terminal);
  const statement = about.statement === null ? [] : [statementName];
  checkPartNames([...files.map(({ path }) => basename(path)), ...statement]);
  const folder = options.output ?? `release-${tag.replaceAll('/', '-')}`;
  await createFolder(folder);
  const parts: ReleasePart[] = [];
  for (const file of files) {
    terminal.progress(`gathering ${file.path}`);
    parts.push(await copyPart(file, folder, terminal.signal));
  }
  if (about.statement !== null) parts.push(await keepStatement(about.statement, folder));
  const { commit, gate } = about;
  const manifest = gatherRelease({ tag, commit, createdAt: createdAt(about.createdAt, process.env), gate, parts });
  const text = releaseManifestText(manifest);
  await writeFileAtomically(join(folder, releaseManifestName), text);
  const digest: Digest = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  const entry = await entryOfRelease({ manifest, digest, folder }, terminal.progress);
  if (about.state !== null) await recordRelease(entry, folder, about.state, terminal);
  terminal.progress('');
  await terminal.write(
    options.format === 'json'
      ? printJson({ schemaVersion: '1.0', folder, manifest, digest, artifacts: entry.artifacts })
      : renderGathered({ manifest, entry, folder }, terminal),
  );
  await tellOthers(folder, manifest, terminal);
  if (gate.outcome === 'not-asked') terminal.message(`released without the gate: ${visibleLine(gate.reason)}`);
  return exitCodes.done;
}

function filesOf({ artifact, source, sbom, provenance, report, signature }: RunReleaseOptions): readonly NamedFile[] {
  const byRole = { artifact, source, sbom, provenance, report, signature };
  return (Object.keys(byRole) as (keyof typeof byRole)[]).flatMap((role) =>
    (byRole[role] ?? []).map((path) => ({ path, role })),
  );
}

type AboutRelease = TagOfRelease & GateOfRelease & { readonly state: StateStore | null };

async function readAbout(
  tag: string,
  { repo, state, withoutGate }: RunReleaseOptions,
  terminal: Terminal,
): Promise<AboutRelease> {
  const { signal } = terminal;
  const repository = await openRepository(repo, { signal });
  try {
    if (repository.gitDirectory === null) throw new PlumblineError('not-a-repository', 'there is no git repository');
    const read = await readTag(repository.gitDirectory, tag, signal);
    const kept =
      withoutGate === undefined ? stateOfRepository(repository, state) : stateOrNone(repository, state, terminal);
    return { ...read, ...(await gateOfRelease(kept, read.commit, withoutGate)), state: kept };
  } finally {
    await repository.close();
  }
}

/** A release without the gate needs nothing that was kept: where nothing can be kept, it says so and goes on. */
function stateOrNone(repository: OpenRepository, named: string | undefined, { message }: Terminal): StateStore | null {
  try {
    return stateOfRepository(repository, named);
  } catch (error) {
    if (named !== undefined || !(error instanceof PlumblineError)) throw error;
    message(`not kept as evidence for assessments: ${visibleLine(error.message)}`);
    return null;
  }
}

async function keepStatement(statement: string, folder: string): Promise<ReleasePart> {
  const kept = await keepStream(join(folder, statementName), [Buffer.from(statement)]);
  if (kept === null) throw new PlumblineError('output-unwritable', 'the file cannot be written', { path: folder });
  return { name: statementName, role: 'gate-result', ...kept };
}
