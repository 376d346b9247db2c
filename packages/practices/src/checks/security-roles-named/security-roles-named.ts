// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import { counted } from '../../words/counted.ts';

// Doubtful case 20: people or teams accountable for security. A report mailbox is not a role; owning code is another
// question (code-owners-cover-sources); expired files are expired.
export const securityRolesNamed: Check = defineCheck({
  id: 'security-roles-named',
  question: 'Does a file of the repository name the people or teams accountable for security?',
  scope: 'organisation',
  needs: ['security-roles-files'],
  uses: ['security-insights', 'code-owners'],
  strength: 'documented',
  automation: 'automatic',
  guide: {
    shows: 'A reader of the repository learns who answers for its security, by name, handle or team.',
    doesNotShow: 'Whether those named know it, still hold the role, or cover every role (security-roles-assigned).',
    resolve: 'Make SECURITY-INSIGHTS.yml readable, or name the accountable people in GOVERNANCE or MAINTAINERS.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Name the people or the team accountable for security in GOVERNANCE.md, MAINTAINERS or SECURITY_CONTACTS',
      'Or list them as champions in SECURITY-INSIGHTS.yml and keep its review date current',
    ],
    patch: 'add-security-insights',
  },
  answer({ 'security-roles-files': files, 'security-insights': insights, 'code-owners': owners }, { asOf }) {
    if (files.state === 'found' && !files.fact.placeholder && files.fact.named.length > 0) {
      const { named } = files.fact;
      const holders = named.reduce((sum, role) => sum + role.holders, 0);
      return yes(
        `${counted(named.length, 'passage')} of ${counted(new Set(named.map(({ at }) => at.path)).size, 'file')} name ${counted(holders, 'holder')}`,
        citeAll(
          files,
          named.map(({ at }) => at),
        ),
      );
    }
    if (insights === undefined) {
      return unknown('No file names who is accountable, and SECURITY-INSIGHTS was not read', 'Make it readable', [
        cite(files),
      ]);
    }
    const champions = championsOf(insights, asOf);
    if (champions.count > 0)
      return yes(`SECURITY-INSIGHTS names ${counted(champions.count, 'security champion')}`, [cite(insights)]);
    const lookedAt = files.state === 'found' ? counted(files.fact.lookedAt.length, 'file') : files.lookedIn;
    const ownsCode = owners?.state === 'found' ? '; code owners own code, not the security of it' : '';
    return no(`Nobody is named as accountable for security (${lookedAt}${champions.because}${ownsCode})`, [
      cite(files),
      cite(insights),
    ]);
  },
});

function championsOf(
  item: Seen<'security-insights'>,
  asOf: string,
): { readonly count: number; readonly because: string } {
  if (item.state === 'absent') return { count: 0, because: '' };
  const { champions, expires, placeholder } = item.fact;
  if (placeholder) return { count: 0, because: '; SECURITY-INSIGHTS holds placeholders' };
  if (expires !== null && !(Date.parse(expires) > Date.parse(asOf)))
    return { count: 0, because: '; SECURITY-INSIGHTS has expired' };
  return { count: champions.length, because: '; SECURITY-INSIGHTS names no champion' };
}
