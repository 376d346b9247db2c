// SPDX-License-Identifier: Apache-2.0
import { baseStyles } from './styles/base.ts';
import { colours } from './styles/colours.ts';
import { filterStyles } from './styles/filters.ts';
import { printStyles } from './styles/print.ts';
import { summaryStyles } from './styles/summary.ts';
import { tableStyles } from './styles/tables.ts';
import { taskStyles } from './styles/tasks.ts';

/** The whole style sheet: there is no `style` attribute and no other sheet. */
export const styles: string = [
  colours,
  baseStyles,
  summaryStyles,
  tableStyles,
  filterStyles,
  taskStyles,
  printStyles,
].join('\n');
