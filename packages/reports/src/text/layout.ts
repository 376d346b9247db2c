// SPDX-License-Identifier: Apache-2.0
import type { Style } from './style.ts';

/** How the terminal report is laid out; `width` in columns. */
export type Layout = { readonly style: Style; readonly width: number; readonly verbose: boolean };
