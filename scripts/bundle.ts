// SPDX-License-Identifier: Apache-2.0
// npm run build: the command as ./plumbline starts it.
import { bundleCommand } from './bundle-command.ts';

await bundleCommand();
