// SPDX-License-Identifier: Apache-2.0
import type { Profile } from '@plumbline/core/verdicts/profile';
import { baseline } from './baseline.ts';
import { high } from './high.ts';
import { standard } from './standard.ts';

/** The built-in profiles, the least demanding first. */
export const profiles: readonly Profile[] = [baseline, standard, high];
