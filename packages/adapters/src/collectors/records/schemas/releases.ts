// SPDX-License-Identifier: Apache-2.0
import type { ReleaseEntry, ReleasesRecord } from '@plumbline/core/facts/records/releases-record';
import { list, map } from '../../../platform/record-schema/collections.ts';
import { or, orNull } from '../../../platform/record-schema/presence.ts';
import type { Schema } from '../../../platform/record-schema/schema.ts';
import { day, matching, text, truth } from '../../../platform/record-schema/scalars.ts';

const archive: Schema<ReleaseEntry['archive']> = map<ReleaseEntry['archive']>(
  {
    source: orNull(text('Where the source is kept')),
    artifacts: orNull(text('Where the artifacts are kept')),
    sbom: orNull(text('Where the bill of materials is kept')),
    provenance: orNull(text('Where the provenance is kept')),
    reports: orNull(text('Where the reports of the tools are kept')),
  },
  'What was kept of the release, each by where it is',
);

const drill: Schema<ReleaseEntry['drills'][number]> = map<ReleaseEntry['drills'][number]>(
  { on: day('The day of the drill'), passed: truth('Whether all could be restored and verified') },
  'One trial of restoring the archive',
);

const notKept: ReleaseEntry['archive'] = { source: null, artifacts: null, sbom: null, provenance: null, reports: null };

const release: Schema<ReleaseEntry> = map<ReleaseEntry>(
  {
    version: text('Version, as the tag writes it'),
    releasedOn: day('The day of the release'),
    supportedUntil: orNull(day('The last day of support')),
    archive: or(archive, notKept),
    retainUntil: orNull(day('The day until which the archive is kept')),
    drills: or(list(drill, 'Trials of restoring it'), []),
    scannedOn: orNull(day('The day of its last scan for vulnerabilities')),
    checksums: or(
      list(
        matching(/^sha256:[0-9a-f]{64}$/u, 'sha256: and 64 hexadecimal digits', 'Digest of an artifact'),
        'Digests of the artifacts',
      ),
      [],
    ),
  },
  'One release',
);

export const releasesSchema: Schema<ReleasesRecord> = map<ReleasesRecord>(
  { releases: list(release, 'Every supported release') },
  'Releases, their archive and their support (SP 800-218 PS.3.1, RV.1.2)',
);
