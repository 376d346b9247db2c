// SPDX-License-Identifier: Apache-2.0

/** Folders that a web server publishes as they are. */
const webRoot =
  /^(?:public|static|www|web|webroot|htdocs|html|site|website|wwwroot|public_html|dist|assets|root|docs?|frontend|backend|client|app|apps|src|main|resources|meta-inf|packages|server|_site|source|pages|landing|homepage|content|overrides|themes?|layouts?|files)$/u;
const foreign =
  /^(?:tests?|testing|test-?data|__tests__|fixtures?|__fixtures__|examples?|samples?|demos?|templates?|vendor|vendored|third[-_]?party|node_modules|external|mocks?|spec|e2e|stubs?|skeletons?|scaffold\w*|boilerplates?|cookiecutter|snapshots?|generators?)$/u;

/**
 * The files that can be the project's own security.txt, the likeliest first: in `.well-known/` or at a web root of this
 * repository. Test data, examples, vendored files and templates of a product are not.
 */
export function securityTxtPaths(paths: readonly string[]): readonly string[] {
  return paths
    .filter((path) => /(?:^|\/)security\.txt$/iu.test(path) && isOwn(path.toLowerCase().split('/').slice(0, -1)))
    .sort((a, b) => rank(a) - rank(b));
}

function isOwn(folders: readonly string[]): boolean {
  if (folders.some((folder) => foreign.test(folder))) return false;
  if (folders.at(-1) === '.well-known') return true;
  // Legacy place, RFC 9116 section 3: the top of a web root. Deep in a source tree it is a resource like any other.
  const root = folders.at(-1);
  return root === undefined || /^(?:public|static|www|webroot|htdocs|wwwroot|public_html|_site|html)$/u.test(root)
    ? folders.every((folder) => webRoot.test(folder) || folder === root)
    : false;
}

const rank = (path: string): number => path.split('/').length + (path.toLowerCase().includes('.well-known/') ? 0 : 20);
