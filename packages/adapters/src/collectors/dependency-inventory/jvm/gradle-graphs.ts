// SPDX-License-Identifier: Apache-2.0
import type { DependencyScope } from '@plumbline/core/sbom/bill-of-materials';
import { hexHash } from '@plumbline/formats/sbom/hex-hash';
import { linesOf } from '../../../platform/syntax/lines.ts';
import { childrenOf, parseXml, type XmlElement } from '../../../platform/syntax/parse-xml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { distinctHashes } from '../model/hashes.ts';
import { type GraphPackage, type GraphReader, keyOf, plainPackage } from '../model/lock-graph.ts';
import { gradleLockfile, gradleVerification } from './gradle-locks.ts';

/** gradle.lockfile: a line names the configurations that resolve to the artifact. */
export const gradleLockfileGraph: GraphReader = (text, path) => {
  const read = gradleLockfile.read(text, path);
  if (!read.ok || read.value === null) return read.ok ? parsed(null) : read;
  const scopes = new Map<string, DependencyScope>();
  for (const { text: line } of linesOf(text)) {
    const [artifact = '', configurations = ''] = line.split('=', 2);
    const [group, name, version = null] = artifact.split(':', 3);
    scopes.set(keyOf(`${group}:${name}`, version), scopeOf(configurations.split(',')));
  }
  const packages = read.value.entries.map((entry): GraphPackage => {
    const one = plainPackage(entry);
    return { ...one, scope: scopes.get(one.key) ?? null };
  });
  return parsed({ packages, roots: null });
};

/** What only classpaths of tests and of the build's own tools resolve is no part of the product. */
function scopeOf(configurations: readonly string[]): DependencyScope {
  return configurations.every((name) => /test|annotationProcessor|checkstyle|detekt|jacoco|pmd|spotbugs/iu.test(name))
    ? 'development'
    : 'runtime';
}

/** gradle/verification-metadata.xml with the hash of every artifact that it names. */
export const gradleVerificationGraph: GraphReader = (text, path) => {
  const read = gradleVerification.read(text, path);
  const document = parseXml(text);
  if (!read.ok || !document.ok || read.value === null) return read.ok ? parsed(null) : read;
  const hashes = new Map(
    childrenOf(childrenOf(document.value, 'components')[0], 'component').map((component) => [
      keyOf(
        `${component.attributes.get('group')}:${component.attributes.get('name')}`,
        component.attributes.get('version') ?? null,
      ),
      childrenOf(component, 'artifact').flatMap((artifact) => hashesOf(artifact)),
    ]),
  );
  const packages = read.value.entries.map((entry): GraphPackage => {
    const one = plainPackage(entry);
    return { ...one, hashes: distinctHashes(hashes.get(one.key) ?? []) };
  });
  return parsed({ packages, roots: null });
};

function hashesOf(artifact: XmlElement): GraphPackage['hashes'] {
  const file = artifact.attributes.get('name') ?? null;
  return artifact.children.flatMap(({ name, attributes }) => hexHash(name, attributes.get('value') ?? '', file));
}
