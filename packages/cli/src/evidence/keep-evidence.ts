// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import type { StateKind } from '@plumbline/core/state/state-store';
import { visibleText } from '@plumbline/reports/visible-text';
import type { Terminal } from '../terminal/terminal.ts';
import { type EvidencePlace, stateAround } from './state-around.ts';

/** `orSay`: what is said where there is no state to keep it in; quiet unless told. */
export type KeepingPlace = EvidencePlace & { readonly orSay?: string };

/**
 * Keeps an entry for later assessments, in the state that is named or that of the project. Gives back where, or null where
 * there is none: what the command did is done all the same. Only a named state throws.
 */
export async function keepEvidence(
  kind: StateKind,
  entry: unknown,
  place: KeepingPlace,
  terminal: Pick<Terminal, 'message' | 'signal'>,
): Promise<string | null> {
  try {
    const state = await stateAround(place, terminal.signal);
    if (state === null && place.orSay !== undefined) terminal.message(place.orSay);
    await state?.add(kind, entry);
    return state?.location ?? null;
  } catch (error) {
    if (place.named !== undefined || !(error instanceof PlumblineError)) throw error;
    terminal.message(`plumbline: nothing was kept as evidence: ${visibleText(error.message)}`);
    return null;
  }
}
