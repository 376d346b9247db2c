// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '@plumbline/core/findings/finding';
import { parsePackageUrl } from '@plumbline/core/values/purl/parse-package-url';
import { newSince } from '@plumbline/findings/lifecycle/new-since';
import { packageKey } from '@plumbline/findings/vulnerabilities/package-key';

/** What is known of the base of a change. */
export type KnownBase = {
  /** What was there at the base, as far as stored results tell. */
  readonly findings: readonly Finding[];
  /** Tools (lower case) of which a complete run over the base is stored. */
  readonly tools: ReadonlySet<string>;
  /** Files of the head. A path that is none of them says nothing: whoever reported it counts from another folder. */
  readonly files: ReadonlySet<string>;
  /** Files that the change touches. */
  readonly changed: ReadonlySet<string>;
  /** Package URLs in the lockfiles of base and head; null where they could not be read. */
  readonly components: { readonly base: ReadonlySet<string>; readonly head: ReadonlySet<string> } | null;
};

/**
 * Which findings are new since the base; all are where there is none. What stored results of the base show is not; nor is what
 * lies, with everything that leads there, in files that the change leaves alone, or in a component that was there before (a
 * vulnerability that was published since is no news of the change). Of the rest only a tool that ran over the base too can
 * tell; where none did, nobody knows: it is left out.
 */
export function newFindings(current: readonly Finding[], base: KnownBase | null): ReadonlyMap<string, boolean> {
  const present = current.filter(({ state }) => state !== 'fixed');
  if (base === null) return new Map(present.map(({ id }) => [id, true]));
  const fresh = newSince(present, base.findings);
  const isNewComponent = componentsSince(base.components);
  return new Map(
    present.flatMap((finding) => {
      const isNew = fresh.has(finding.id) ? isNewByContent(finding, base, isNewComponent) : false;
      return isNew === null ? [] : [[finding.id, isNew] as const];
    }),
  );
}

type IsNewComponent = (purl: string | undefined) => boolean | null;

function isNewByContent(finding: Finding, base: KnownBase, isNewComponent: IsNewComponent): boolean | null {
  const { kind, component, sightings } = finding;
  const told = kind === 'component' ? isNewComponent(component?.purl) : isLeftAlone(finding, base) ? false : null;
  if (told !== null) return told;
  return sightings.some(({ tool }) => base.tools.has(tool.toLowerCase())) ? true : null;
}

/** The place is a file of the head, and neither it nor any place on the way there is touched by the change. */
function isLeftAlone({ kind, place, sightings }: Finding, { files, changed }: KnownBase): boolean {
  if (kind === 'dynamic' || place === null || !files.has(place.path)) return false;
  const places = sightings.flatMap(({ result }) => result.places ?? []);
  return [place, ...places].every(({ path }) => !changed.has(path));
}

/** Whether lockfiles of the head have a component that those of the base have not; null for what they do not tell. */
function componentsSince(components: KnownBase['components']): IsNewComponent {
  if (components === null) return () => null;
  const [before, now] = [keysOf(components.base), keysOf(components.head)];
  return (purl) => {
    const key = purl === undefined ? null : versionKey(purl);
    return key !== null && now.has(key) ? !before.has(key) : null;
  };
}

const keysOf = (purls: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...purls].flatMap((purl) => versionKey(purl) ?? []));

/** A package and its version, however a tool spells them. */
function versionKey(purl: string): string | null {
  const version = parsePackageUrl(purl)?.version ?? null;
  const { purl: key } = packageKey({ name: '', purl });
  return key === null || version === null ? null : `${key}@${version.replace(/^[v=]+/, '')}`;
}
