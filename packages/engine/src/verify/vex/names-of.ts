// SPDX-License-Identifier: Apache-2.0
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import type { Artifact } from '@plumbline/core/verification/signature-check';
import { parsePackageUrl } from '@plumbline/core/values/purl/parse-package-url';
import type { Statement } from '@plumbline/formats/in-toto/read-statement';
import type { ContentsReading } from '../judge-bill.ts';
import type { ArtifactNames } from './artifact-names.ts';

type Sources = {
  readonly artifact: Artifact;
  readonly contents: ContentsReading;
  readonly statement: Statement | null;
  readonly bills: readonly BillOfMaterials[];
};

/** By its digests, and by the package URLs that it, its bills and the statement about it give it. */
export function namesOf({ artifact, contents, statement, bills }: Sources): ArtifactNames {
  const { sha256, sha512 } = artifact;
  const own = contents.state === 'read' ? (contents.contents.own?.purl ?? null) : null;
  const subjects =
    statement === null
      ? []
      : statement.subjects.filter(
          (subject) => subject.sha256 === sha256 || (sha512 !== undefined && subject.sha512 === sha512),
        );
  const purls = [own, ...bills.map(({ subject }) => subject.purl), ...subjects.map(({ name }) => name)];
  return {
    digests: new Set([`sha256:${sha256}`, ...(sha512 === undefined ? [] : [`sha512:${sha512}`])]),
    purls: [
      ...new Set(purls.flatMap((purl) => (purl !== null && parsePackageUrl(purl)?.version != null ? [purl] : []))),
    ],
  };
}
