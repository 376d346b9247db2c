// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { ArchivedObject } from '@plumbline/core/archive/archive-entry';
import type { ArchiveStore, EntryToKeep } from '@plumbline/core/archive/archive-store';
import { describe, expect, it } from 'vitest';

/** What every kind of archive does alike. `open` gives a new store over the same, at first empty, place for each name. */
export function archiveStoreContract(name: string, open: (place: string) => Promise<ArchiveStore>): void {
  describe(`${name}: as every archive`, () => {
    it('gives back what was put, in a new process too', async () => {
      const store = await open('objects');
      for (const bytes of [Buffer.alloc(0), Buffer.from('a'), Buffer.alloc(3_000_001, 'xyz')]) {
        await store.put(objectOf(bytes), parts(bytes));
        const kept = await bytesOf(await open('objects'), objectOf(bytes));
        expect(kept?.equals(bytes)).toBe(true); // toEqual takes a second for a megabyte
      }
      expect((await listed(store)).map(({ size }) => size).toSorted((a, b) => a - b)).toEqual([0, 1, 3_000_001]);
    });

    it('has no object that was never put', async () => {
      const store = await open('none');
      expect(await store.entries()).toEqual([]);
      expect(await listed(store)).toEqual([]);
      expect(await store.read(objectOf(Buffer.from('never')).digest)).toBeNull();
    });

    it('keeps nothing of content that is not what it is called', async () => {
      const store = await open('refused');
      const object = objectOf(Buffer.from('what was announced'));
      await expect(store.put(object, parts(Buffer.from('what is announced!')))).rejects.toMatchObject({
        code: 'input-invalid',
      });
      await expect(store.put(object, parts(Buffer.from('less')))).rejects.toMatchObject({ code: 'input-invalid' });
      await expect(store.put(object, parts(Buffer.alloc(100)))).rejects.toMatchObject({ code: 'input-invalid' });
      await expect(store.put(object, failing())).rejects.toThrow('the source ends here');
      expect(await store.read(object.digest)).toBeNull();
      expect(await listed(store)).toEqual([]);
    });

    it('removes objects, and what is not there too', async () => {
      const store = await open('removed');
      const object = objectOf(Buffer.from('to be removed'));
      await store.put(object, parts(Buffer.from('to be removed')));
      await store.removeObject(object.digest);
      await store.removeObject(object.digest);
      expect(await store.read(object.digest)).toBeNull();
    });

    it('creates an entry once, whoever asks first', async () => {
      const stores = [await open('entries'), await open('entries')];
      const object = objectOf(Buffer.from('manifest'));
      await stores[0]?.put(object, parts(Buffer.from('manifest')));
      const added = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          stores[index % 2]?.addEntry(entry('v1.0.0', object, `{"by":${index}}\n`)),
        ),
      );
      expect(added.filter((one) => one === true)).toHaveLength(1);
      const winner = added.indexOf(true);
      expect(await texts(await open('entries'))).toEqual([['v1.0.0', `{"by":${winner}}\n`]]);
    });

    it('keeps all entries that are added at once, sorted by any name', async () => {
      const object = objectOf(Buffer.from('manifest'));
      const stores = [await open('many'), await open('many'), await open('many')];
      await stores[0]?.put(object, parts(Buffer.from('manifest')));
      const names = ['pkg@1.0.0', 'a/b c', 'v1.0.0+build', 'é', '100%', '~x'];
      await Promise.all(
        names.map((name, at) => stores[at % 3]?.addEntry(entry(name, object, `${JSON.stringify(name)}\n`))),
      );
      expect(await texts(await open('many'))).toEqual(
        names.toSorted().map((name) => [name, `${JSON.stringify(name)}\n`]),
      );
    });

    it('replaces and removes entries', async () => {
      const store = await open('replaced');
      const object = objectOf(Buffer.from('manifest'));
      await store.put(object, parts(Buffer.from('manifest')));
      await store.addEntry(entry('v1', object, '{"n":1}\n'));
      await store.replaceEntry(entry('v1', object, '{"n":2}\n'));
      expect(await texts(await open('replaced'))).toEqual([['v1', '{"n":2}\n']]);
      expect(Buffer.from((await store.entry('v1'))?.bytes ?? []).toString()).toBe('{"n":2}\n');
      await store.removeEntry('v1');
      await store.removeEntry('v1');
      expect(await texts(await open('replaced'))).toEqual([]);
      expect(await store.entry('v1')).toBeNull();
    });

    it('refuses digests and names that would lead elsewhere', async () => {
      const store = await open('names');
      await expect(async () => store.read('sha256:../../etc/passwd')).rejects.toThrow(TypeError);
      const object = objectOf(Buffer.from('x'));
      for (const bad of ['', '..', '.hidden', 'x'.repeat(300), '\uD800'])
        await expect(async () => store.addEntry(entry(bad, object, '{}\n'))).rejects.toMatchObject({ code: 'usage' });
    });
  });
}

function objectOf(bytes: Uint8Array): ArchivedObject {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { name: 'file', digest: `sha256:${digest}`, size: bytes.length };
}

function entry(name: string, object: ArchivedObject, text: string): EntryToKeep {
  return { name, text, objects: [{ ...object, name: 'release.json' }] };
}

async function* parts(bytes: Buffer): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1_000_000) yield bytes.subarray(at, at + 1_000_000);
}

async function* failing(): AsyncIterable<Uint8Array> {
  yield Buffer.from('what was');
  throw new Error('the source ends here');
}

async function bytesOf(store: ArchiveStore, { digest }: ArchivedObject): Promise<Buffer | null> {
  const content = await store.read(digest);
  if (content === null) return null;
  const all: Buffer[] = [];
  for await (const chunk of content) all.push(Buffer.from(chunk));
  return Buffer.concat(all);
}

async function listed(store: ArchiveStore): Promise<readonly { readonly digest: string; readonly size: number }[]> {
  const all: { digest: string; size: number }[] = [];
  for await (const { digest, size } of store.objects()) all.push({ digest, size });
  return all;
}

async function texts(store: ArchiveStore): Promise<readonly (readonly [string, string])[]> {
  return (await store.entries()).map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]);
}
