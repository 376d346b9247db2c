// SPDX-License-Identifier: Apache-2.0
import type { Patch } from '@plumbline/core/roadmap/patch';
import { patchOf } from '../../patching/patch-result.ts';
import { privateReportUrl } from '../../patching/private-report-url.ts';

const yearMs = 365 * 86_400_000;

/** security.txt (RFC 9116) with the forge's private channel; it expires in a year, as section 2.5.5 recommends at most. */
export const addSecurityTxtPatch: Patch = {
  id: 'add-security-txt',
  title: 'Publish security.txt',
  reads: (paths) => paths.filter((path) => path === '.well-known/security.txt'),
  write({ files, home, asOf, paths }) {
    const contact = privateReportUrl(home);
    if (contact === null || home === null)
      return {
        state: 'not-possible',
        because: 'the forge has no private channel that is known here: write the Contact by hand',
      };
    const expires = `${new Date(Date.parse(asOf) + yearMs).toISOString().slice(0, 10)}T00:00:00Z`;
    const policy = [...paths].find((path) => /^(?:\.github\/|docs\/)?SECURITY\.md$/i.test(path));
    const lines = [
      `Contact: ${contact}`,
      `Expires: ${expires}`,
      ...(policy === undefined
        ? []
        : [
            `Policy: https://${home.host}/${home.owner}/${home.name}/${home.forge === 'gitlab' ? '-/' : ''}blob/HEAD/${policy}`,
          ]),
      'Preferred-Languages: en',
      '',
    ];
    const before = files.get('.well-known/security.txt') ?? null;
    return patchOf(
      [{ path: '.well-known/security.txt', before, after: lines.join('\n') }],
      ['Serve it at /.well-known/security.txt of the product’s web sites too', 'Renew it before it expires'],
      '',
    );
  },
};
