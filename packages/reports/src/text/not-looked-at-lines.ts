// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { Layout } from './layout.ts';
import { visibleText } from '../visible-text.ts';
import { wrap } from './wrap.ts';

const shownMax = 4;

/** What was not looked at, and why: honest before it is short. `verbose` shows all of it. */
export function notLookedAtLines({ notLookedAt }: Assessment, { style, width, verbose }: Layout): readonly string[] {
  if (notLookedAt.length === 0) return [];
  const byReason = new Map<string, string[]>();
  for (const { what, because } of notLookedAt) byReason.set(because, [...(byReason.get(because) ?? []), what]);
  const reasons = [...byReason].map(([because, whats]) =>
    because.startsWith(`${whats[0]}:`) ? because : `${whats.join(', ')}: ${because}`,
  );
  const shown = verbose ? reasons : reasons.slice(0, shownMax);
  const hidden = reasons.length - shown.length;
  return [
    '',
    style.bold('Not looked at'),
    ...shown.flatMap((line) =>
      wrap(visibleText(line), width - 4, verbose ? undefined : 2).map(
        (part, index) => `  ${index === 0 ? '· ' : '  '}${part}`,
      ),
    ),
    ...(hidden === 0 ? [] : [style.dim(`  · and ${hidden} more reasons; --verbose shows them`)]),
  ];
}
