// SPDX-License-Identifier: Apache-2.0

/**
 * What the page is nicer with and works without: buttons that open and close every task, and a link to a task that is
 * filtered out shows it again.
 */
export const script: string = `
'use strict';
const tasks = [...document.querySelectorAll('details.task')];
const setAll = (open) => tasks.forEach((task) => { task.open = open; });
document.querySelector('.filters .buttons').hidden = false;
document.getElementById('open-all').addEventListener('click', () => setAll(true));
document.getElementById('close-all').addEventListener('click', () => setAll(false));

const reveal = () => {
  const task = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest('details.task');
  if (!task) return;
  document.getElementById('show-' + task.dataset.verdict).checked = true;
  task.open = true;
  task.scrollIntoView();
};
addEventListener('hashchange', reveal);
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#task-"]');
  if (link && link.hash === location.hash) reveal();
});
reveal();
`;
