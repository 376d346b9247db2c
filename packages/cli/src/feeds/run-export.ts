// SPDX-License-Identifier: Apache-2.0
import { exportBundle } from '@plumbline/adapters/feeds/bundle/export-bundle';
import { feedsFolder } from '@plumbline/adapters/platform/feeds/feeds-folder';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { FeedsOption } from './feeds-option.ts';

/** `plumbline feeds export`: one archive that `plumbline feeds import` takes in elsewhere. */
export async function runExport(bundle: string, options: FeedsOption, terminal: Terminal): Promise<ExitCode> {
  await exportBundle(feedsFolder(options.feeds), bundle);
  terminal.message(`${bundle}: take it in with plumbline feeds import`);
  return exitCodes.done;
}
