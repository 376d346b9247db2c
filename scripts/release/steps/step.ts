// SPDX-License-Identifier: Apache-2.0
import type { Release } from '../open-release.ts';

/** One step of a release. It throws a StepError when it fails. */
export type Step = { readonly title: string; readonly run: (release: Release) => void };
