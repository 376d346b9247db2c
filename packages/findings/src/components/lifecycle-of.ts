// SPDX-License-Identifier: Apache-2.0
import type { ProductCycle, ProductLifecycle } from '@plumbline/core/vulnerabilities/product-cycle';
import { productOf } from './product-names.ts';

/**
 * What end-of-life data says of a tool at a version. `dated`: support ends or ended then (`since` is '' where it ended and
 * the day is not said). `open`: no end is known yet. `unknown`: nobody can tell, and why.
 */
export type Lifecycle =
  | { readonly state: 'dated'; readonly since: string }
  | { readonly state: 'open' }
  | { readonly state: 'unknown'; readonly because: string };

const unknown = (because: string): Lifecycle => ({ state: 'unknown', because });
/** Channels that move along with what is supported. */
const moving = /^(?:latest|stable|current|lts|node|lts\/\*|\*)$/;

/** Looks up a tool as build files name it (`node`, `image docker.io/library/python`) at a version, tag or code name. */
export function lifecycleOf(tool: string, version: string, products: readonly ProductLifecycle[]): Lifecycle {
  const { name, cycle } = productOf(tool, version);
  if (name === null) return unknown('not a product of end-of-life data');
  const product = products.find(({ product: own, aliases }) => own === name || aliases.includes(name));
  if (product === undefined) return unknown(`no data of ${name}`);
  const wanted = cycle.toLowerCase().replace(/@.*$/, '');
  if (moving.test(wanted)) return { state: 'open' };
  const found = cycleOf(wanted, product.cycles);
  if (found === null) return unknown(`${name} has no release line for it`);
  if (typeof found.endOfLife === 'string') return { state: 'dated', since: found.endOfLife };
  return found.endOfLife ? { state: 'dated', since: '' } : { state: 'open' };
}

/** The most exact release line: `20.11.1` is of 20.11 before it is of 20; `bookworm-slim` is of the one of that name. */
function cycleOf(version: string, cycles: readonly ProductCycle[]): ProductCycle | null {
  if (/[<>|,\s]/.test(version)) return null; // a range means no one version
  const [first = ''] = version.replace(/^[~^=]*(?:v(?=\d)|go(?=\d)|lts\/)?/, '').split(/[-_+]/, 1);
  const named = cycles.find(({ codename }) => first !== '' && codename?.toLowerCase().split(' ')[0] === first);
  if (named !== undefined) return named;
  const parts = first.split('.').filter((part) => !/^[x*]$/.test(part));
  for (let length = parts.length; length > 0; length -= 1) {
    const wanted = parts.slice(0, length).join('.');
    const found = cycles.find(({ cycle }) => cycle.toLowerCase() === wanted);
    if (found !== undefined) return found;
  }
  return null;
}
