// SPDX-License-Identifier: Apache-2.0
// A process of its own that imports the named files into the folder named first.
import { importFeeds } from '../feeds/import/import-feeds.ts';

const [folder = '', ...paths] = process.argv.slice(2);
await importFeeds(paths, { folder, now: '2026-06-30T12:00:00Z' });
