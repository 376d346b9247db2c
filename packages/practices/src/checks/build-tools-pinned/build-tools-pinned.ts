// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import type { Answer, Citations } from '@plumbline/core/answers/answer';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { ToolchainPin } from '@plumbline/core/facts/build-configuration';
import type { BaseImage, Manifest } from '@plumbline/core/facts/dependency-inventory';
import { counted } from '../../words/counted.ts';
import { countedDependencies } from '../../dependencies/counted-dependencies.ts';
import { nameSome } from '../../words/name-some.ts';
import { shortText } from '../../words/short-text.ts';
import { noneCounted } from '../../words/none-counted.ts';

// SP 800-218 PW.6.1 example 2; doubtful case 17: major versions, ranges, `stable` and image tags float.
export const buildToolsPinned: Check = defineCheck({
  id: 'build-tools-pinned',
  question: 'Is every toolchain that the build names an exact version, and every base image a digest?',
  scope: 'repository',
  needs: ['build-configuration', 'dependency-inventory'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'Nobody but the project decides when its compilers, runtimes and base images change.',
    doesNotShow:
      'Whether the pinned versions are current (build-tools-supported), or which tools the build takes from its host unnamed.',
    resolve: 'Make Dockerfiles and build files readable.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Write exact versions into the toolchain files (.nvmrc, .python-version, rust-toolchain.toml, go.mod toolchain, global.json, wrapper properties) and let CI read them',
      'Add the digest to every base image',
      'Let an update bot move the pins',
    ],
  },
  answer({ 'build-configuration': build, 'dependency-inventory': inventory }) {
    const toolchains = build.state === 'absent' ? [] : build.fact.toolchains;
    const images = inventory.state === 'absent' ? [] : countedDependencies(inventory.fact).baseImages;
    const loose = toolchains.filter((tool) => tool.pin === 'floating' && !isOverridden(tool, toolchains));
    const tagged = images.filter(({ digest }) => digest === null);
    const all = toolchains.length + images.length;
    const measures = [
      { name: 'toolchains at an exact version', value: toolchains.length - loose.length, of: toolchains.length },
      { name: 'base images by digest', value: images.length - tagged.length, of: images.length },
    ];
    const places = (tools: typeof toolchains, bases: typeof images): Citations => {
      const [first, ...rest] = citeAll(
        build,
        tools.map(({ at }) => at),
        5,
      );
      return [first, ...rest, ...citeAll(inventory, bases, 5)];
    };
    const names = [
      ...loose.map(({ tool, version }) => `${tool} ${version}`),
      ...tagged.map(({ reference }) => reference),
    ];
    const what = counted(all, 'tool or image', 'tools and images');
    if (names.length > 0)
      return no(`${names.length} of ${what} float: ${nameSome([...new Set(names)])}`, places(loose, tagged), measures);
    const hidden = whatIsHidden(build, inventory);
    if (hidden !== null) return hidden;
    const manifests = inventory.state === 'absent' ? [] : countedDependencies(inventory.fact).manifests;
    const useless = build.state === 'absent' ? null : whyUseless(toolchains, images, manifests);
    if (useless !== null) return no(useless, places(toolchains, images), measures);
    if (all > 0) return yes(`All fixed: ${what}`, places(toolchains, images), measures);
    return unfixed(build, inventory, manifests);
  },
});

/** What might fix a version, or let one float, and cannot be seen; null where everything was read. */
function whatIsHidden(build: Seen<'build-configuration'>, inventory: Seen<'dependency-inventory'>): Answer | null {
  const images = inventory.state === 'absent' ? [] : inventory.fact.unread.filter(({ path }) => buildsImage(path));
  const [image] = images;
  const [file] = build.state === 'absent' ? [] : (build.fact.unread ?? []);
  const hidden = file ?? image;
  if (hidden !== undefined) {
    const name = nameSome([hidden.path]);
    const because = `${name} could not be read: ${nameSome([hidden.because])}`;
    const place = file === undefined ? cite(inventory, { at: hidden }) : cite(build, { at: hidden });
    return unknown(because, `Make ${name} valid and readable`, [place]);
  }
  const toolchains = build.state === 'absent' ? [] : build.fact.toolchains;
  const computed = toolchains.filter((tool) => tool.pin === 'unknown' && !isOverridden(tool, toolchains));
  const [first] = computed;
  if (first === undefined) return null;
  return unknown(
    `Which version of ${nameSome([...new Set(computed.map(({ tool }) => tool))])} the pipelines install is computed outside their files, as in ${shortText(first.at.path)}`,
    'Write the version, or the file that holds it, where the pipeline installs the tool',
    citeAll(
      build,
      computed.map(({ at }) => at),
    ),
  );
}

/** Nothing names the version of any tool. Where nothing is built either, nothing has to. */
function unfixed(
  build: Seen<'build-configuration'>,
  inventory: Seen<'dependency-inventory'>,
  manifests: readonly Manifest[],
): Answer {
  if (build.state === 'found')
    return no(
      `${noneCounted(build.fact.buildFiles.length, 'build file')} fixes the version of a tool`,
      citeAll(build, build.fact.buildFiles),
    );
  const lookedIn = shortText(build.lookedIn);
  if (manifests.length === 0)
    return notApplicable(`Nothing is built here: ${lookedIn}`, [cite(build), cite(inventory)]);
  return no(`No file of the tree fixes the version of a tool: ${lookedIn}`, [
    cite(build),
    ...citeAll(inventory, manifests, 5),
  ]);
}

/** Why pins that are all exact fix nothing that is built; null where they do. */
function whyUseless(
  toolchains: readonly ToolchainPin[],
  images: readonly BaseImage[],
  manifests: readonly Manifest[],
): string | null {
  // A system image fixes where the tools are fetched from, not which: its package manager brings what is current.
  if (toolchains.length === 0 && images.length > 0 && images.every(({ reference }) => isSystem(reference)))
    return `${counted(images.length, 'base image')} by digest, but of an operating system: no file fixes the version of a tool`;
  if (toolchains.length === 0 || images.length > 0 || manifests.length === 0) return null;
  const isReached = ({ path }: Manifest): boolean => toolchains.some((tool) => reaches(tool, path));
  return manifests.some(isReached)
    ? null
    : `${counted(toolchains.length, 'pin')}, none for what ${nameSome(manifests.map(({ path }) => path))} builds`;
}

const systems =
  /(?:^|\/)(?:alpine|debian|ubuntu|fedora|centos|rockylinux|rocky|almalinux|amazonlinux|archlinux|opensuse(?:\/\w+)?|leap|tumbleweed|ubi\d*(?:-\w+)?|oraclelinux|gentoo|voidlinux|busybox)(?=[:@]|$)/i;
const isSystem = (reference: string): boolean => systems.test(reference);

// Files that say which version the tools of their own folder have.
const ofFolder =
  /(?:^|\/)(?:rust-toolchain(?:\.toml)?|\.(?:nvmrc|node-version|python-version|ruby-version|java-version|go-version|tool-versions))$/i;

function reaches({ at }: ToolchainPin, path: string): boolean {
  return !ofFolder.test(at.path) || path.startsWith(at.path.slice(0, at.path.lastIndexOf('/') + 1));
}

const buildsImage = (path: string): boolean => /(?:docker|container)file/i.test(path.slice(path.lastIndexOf('/') + 1));

// rustup and the .NET host take the version that the tree says, whatever is installed beside it.
const decides = /(?:^|\/)(?:rust-toolchain(?:\.toml)?|global\.json)$/i;
const inPipeline = /^\.(?:github|forgejo|gitea)\//;

// What a manifest says is the least that the code needs; an exact pin of the same tool elsewhere decides what builds it.
const manifest = /(?:^|\/)(?:go\.mod|package\.json|pyproject\.toml|cargo\.toml|composer\.json|setup\.(?:py|cfg))$/i;

function isOverridden({ tool, at }: ToolchainPin, all: readonly ToolchainPin[]): boolean {
  const exact = all.filter((other) => other.tool === tool && other.pin === 'exact');
  if (inPipeline.test(at.path))
    return exact.some((other) => decides.test(other.at.path) && !other.at.path.includes('/'));
  return manifest.test(at.path) && exact.length > 0;
}
