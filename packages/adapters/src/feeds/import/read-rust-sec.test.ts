// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { readRustSec } from './read-rust-sec.ts';

const advisory = (versions: string, more = ''): string =>
  `\`\`\`toml\n[advisory]\nid = "RUSTSEC-2026-0001"\npackage = "a"\ndate = "2026-01-02"\n${more}\n[versions]\n${versions}\n\`\`\`\n\n# A title\n\nText\n`;

function eventsOf(versions: string): unknown {
  const [record] = readRustSec(advisory(versions));
  return record?.state === 'read' ? record.advisory.affected[0]?.ranges[0]?.events : record;
}

describe('affected is what is neither patched nor unaffected', () => {
  test.each([
    ['patched = []', [{ introduced: '0' }]],
    ['patched = [">= 1.2.0"]', [{ introduced: '0' }, { fixed: '1.2.0' }]],
    ['patched = ["> 1.2.0"]', [{ introduced: '0' }, { fixed: '1.2.1-0' }]],
    ['patched = [">= 1.2.0"]\nunaffected = ["< 1.0.0"]', [{ introduced: '1.0.0' }, { fixed: '1.2.0' }]],
    [
      'patched = ["^0.3.5", ">= 0.4.2"]',
      [{ introduced: '0' }, { fixed: '0.3.5' }, { introduced: '0.4.0-0' }, { fixed: '0.4.2' }],
    ],
    [
      'patched = [">= 1.1.0, < 2", ">= 2.0.5"]',
      [{ introduced: '0' }, { fixed: '1.1.0' }, { introduced: '2.0.0' }, { fixed: '2.0.5' }],
    ],
    ['patched = ["~1.2.3"]', [{ introduced: '0' }, { fixed: '1.2.3' }, { introduced: '1.3.0-0' }]],
    ['patched = ["= 1.2.3", "<= 0.9"]', [{ introduced: '0.10.0-0' }, { fixed: '1.2.3' }, { introduced: '1.2.4-0' }]],
    ['unaffected = ["> 0"]', [{ introduced: '0' }, { fixed: '1.0.0-0' }]],
  ])('%s', (versions, events) => {
    expect(eventsOf(versions)).toEqual(events);
  });
});

test.each(['patched = ["soon"]', 'patched = [">= 1.0, >= 2.0"]', 'patched = ["1.*.*"]'])(
  'a requirement that cannot be read is refused, never guessed: %s',
  (versions) => {
    expect(eventsOf(versions)).toMatchObject({ state: 'refused', id: 'RUSTSEC-2026-0001' });
  },
);

test('title, date, what it is and whether it was withdrawn', () => {
  const [record] = readRustSec(
    advisory('patched = []', 'informational = "unmaintained"\nwithdrawn = "2026-02-03"\naliases = ["CVE-2026-1000"]'),
  );
  expect(record).toMatchObject({
    state: 'read',
    advisory: {
      summary: 'A title',
      informational: 'unmaintained',
      aliases: ['CVE-2026-1000'],
      modifiedAt: expect.stringContaining('2026-02-0') as string,
      affected: [{ ecosystem: 'crates.io', name: 'a' }],
    },
  });
  expect(record?.state === 'read' && record.advisory.withdrawnAt).not.toBeNull();
});

test.each([
  '',
  '# Readme',
  '```toml\nnot = toml =\n```\n',
  '```toml\n[advisory]\n```\n',
  `\`\`\`toml\n${'a'.repeat(200_000)}`,
])('no advisory', (text) => {
  expect(readRustSec(text)).toEqual([]);
});
