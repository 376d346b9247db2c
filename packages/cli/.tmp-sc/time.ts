import { allCollectors } from '@plumbline/adapters/generated/collectors';
import { openRepository } from '@plumbline/adapters/platform/git/open-repository';
const r = await openRepository(process.argv[2]!, { offline: true });
const only = process.argv[3];
const out: string[] = [];
for (const c of allCollectors) {
  if (only && c.id !== only) continue;
  const t = performance.now();
  let s = '';
  try {
    const x = await c.collect({
      repository: r.snapshot,
      gitDirectory: r.gitDirectory,
      evidenceFiles: [],
      asOf: '2026-12-31T23:59:59Z',
      signal: new AbortController().signal,
    });
    s = x.map((i) => i.kind + ' ' + i.state).join();
  } catch (e) {
    s = 'THROW ' + String((e as Error).stack).slice(0, 300);
  }
  const ms = performance.now() - t;
  if (ms > 1500 || s.startsWith('THROW')) out.push(`${c.id} ${Math.round(ms)}ms ${s.startsWith('THROW') ? s : ''}`);
}
console.log(process.argv[2]!.split('/').at(-1), out.join(' | '), Math.round(process.memoryUsage().rss / 1e6) + 'MB');
await r.close();
