// SPDX-License-Identifier: Apache-2.0
import { configuredTools as more } from '../tools/configured-tools.ts';
import type { ToolWay } from '../tools/tool.ts';
import { at, isTrue, itemsOf } from '../yaml/yaml-node.ts';
import type { Refining } from './refine-tools.ts';
import { joinPath, resolvePath } from './resolve-path.ts';

const names = [
  '.goreleaser.yml',
  '.goreleaser.yaml',
  'goreleaser.yml',
  'goreleaser.yaml',
  '.config/goreleaser.yml',
  '.config/goreleaser.yaml',
];

/** What a GoReleaser release makes besides: checksums unless disabled; SBOMs and signatures where configured. */
export function goreleaserTools({ words, directory, files }: Refining): readonly ToolWay[] {
  const asked = /(?:^| )(?:-f|--config)[ =]([^ ]+)/.exec(words.join(' '))?.[1];
  const candidates =
    asked === undefined ? names.map((name) => joinPath(directory, name)) : [resolvePath(directory, asked) ?? ''];
  const path = candidates.find((candidate) => files.has(candidate));
  const parsed = path === undefined ? undefined : files.yaml(path);
  if (!parsed?.ok) return [];
  const [config] = parsed.documents;
  const has = (key: string): boolean => itemsOf(at(config, key)).length > 0;
  return [
    ...(has('sboms') ? [more.goreleaserSbom] : []),
    ...(has('signs') || has('docker_signs') || has('binary_signs') ? [more.goreleaserSign] : []),
    ...(isTrue(at(config, 'checksum', 'disable')) ? [] : [more.goreleaserChecksum]),
  ];
}
