// SPDX-License-Identifier: Apache-2.0

const pattern =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|[{}[\]:,]|[^\s{}[\]:,"'/]+/y;

/**
 * Reads JSON, JSON with comments, and the JSON5 that people write: comments, single quotes, bare keys, trailing commas.
 * Undefined where the text is none of these. Linear in the text.
 */
export function parseJson5(text: string): unknown {
  const tokens: string[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text)?.[0];
    if (found === undefined || tokens.length > 200_000) return undefined;
    if (/^\s|^\/[/*]/.test(found)) continue;
    if (/^[}\]]$/.test(found) && tokens.at(-1) === ',') tokens.pop();
    tokens.push(asJson(found));
  }
  try {
    return JSON.parse(tokens.join(''));
  } catch {
    // No JSON of any kind: the caller says that the file cannot be read.
    return undefined;
  }
}

function asJson(token: string): string {
  if (token.startsWith("'")) {
    return JSON.stringify(token.slice(1, -1).replaceAll(/\\(['"])/g, '$1'));
  }
  if (/^[{}[\]:,"]/.test(token) || /^(?:true|false|null|-?\d[\d.eE+-]*)$/.test(token)) return token;
  return JSON.stringify(token);
}
