// SPDX-License-Identifier: Apache-2.0

/** Two palettes; every text on its ground has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
const light = `
  color-scheme: light dark;
  --page: #f6f7f9; --surface: #ffffff; --line: #d4dae1; --text: #1a2129; --quiet: #4c5865; --link: #17509b;
  --good-text: #0a5c32; --good-ground: #e0f4e8; --good-edge: #1f8a54;
  --mixed-text: #6d4300; --mixed-ground: #fdf0d2; --mixed-edge: #b97a0c;
  --bad-text: #9b131c; --bad-ground: #fde6e6; --bad-edge: #cf3a42;
  --open-text: #1b4a94; --open-ground: #e7effc; --open-edge: #5585d0;
  --none-text: #46525e; --none-ground: #edf0f3; --none-edge: #93a0ad;`;

const dark = `
  --page: #10151b; --surface: #181f27; --line: #36414d; --text: #e7ebf0; --quiet: #a9b5c2; --link: #8ebcff;
  --good-text: #86e0ac; --good-ground: #11301f; --good-edge: #3f9c69;
  --mixed-text: #f3ca71; --mixed-ground: #35290f; --mixed-edge: #b58a2d;
  --bad-text: #ffa5a1; --bad-ground: #3d1719; --bad-edge: #cf5357;
  --open-text: #a4c6ff; --open-ground: #16294a; --open-edge: #5a85cc;
  --none-text: #b7c1cc; --none-ground: #252d36; --none-edge: #6d7a88;`;

/** What a tone looks like wherever it stands: a part of the page only takes the three colours. */
const tones = ['good', 'mixed', 'bad', 'open', 'none']
  .map(
    (tone) => `.${tone} { --ink: var(--${tone}-text); --ground: var(--${tone}-ground); --edge: var(--${tone}-edge); }`,
  )
  .join('\n');

export const colours: string = `
:root { ${light} }
@media (prefers-color-scheme: dark) { :root { ${dark} } }
@media print { :root { color-scheme: light; ${light} --page: #ffffff; } }
${tones}`;
