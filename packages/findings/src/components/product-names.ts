// SPDX-License-Identifier: Apache-2.0

/** Products of endoflife.date by the names that build files and images have for them. */
const products: { readonly [product: string]: string } = {
  nodejs: 'node nodejs',
  python: 'python pypy/python',
  ruby: 'ruby',
  php: 'php',
  go: 'go golang',
  rust: 'rust rust-toolchain',
  dotnet: 'dotnet dotnet-sdk dotnet/sdk dotnet/aspnet dotnet/runtime dotnet/runtime-deps',
  'eclipse-temurin': 'eclipse-temurin temurin',
  'oracle-jdk': 'java openjdk jdk',
  'amazon-corretto': 'amazoncorretto corretto',
  gradle: 'gradle',
  maven: 'maven',
  bun: 'bun oven/bun',
  deno: 'deno denoland/deno',
  pnpm: 'pnpm',
  yarn: 'yarn',
  npm: 'npm',
  terraform: 'terraform hashicorp/terraform',
  erlang: 'erlang',
  elixir: 'elixir',
  kotlin: 'kotlin',
  scala: 'scala',
  swift: 'swift',
  perl: 'perl',
  cmake: 'cmake',
  bazel: 'bazel',
  debian: 'debian',
  ubuntu: 'ubuntu',
  'alpine-linux': 'alpine',
  'amazon-linux': 'amazonlinux',
  fedora: 'fedora fedora/fedora',
  centos: 'centos',
  'rocky-linux': 'rockylinux rockylinux/rockylinux',
  almalinux: 'almalinux',
  opensuse: 'opensuse/leap',
  postgresql: 'postgres',
  mysql: 'mysql',
  mariadb: 'mariadb',
  redis: 'redis',
  nginx: 'nginx',
  'apache-http-server': 'httpd',
  tomcat: 'tomcat',
  mongodb: 'mongo',
  rabbitmq: 'rabbitmq',
  composer: 'composer',
};

const productByName: ReadonlyMap<string, string> = new Map(
  Object.entries(products).flatMap(([product, names]) => names.split(' ').map((name) => [name, product] as const)),
);

/** Red Hat's base images carry the release in their name: `ubi8`, `ubi9/ubi-minimal`. Distroless carries Debian's. */
const releaseInName: readonly (readonly [pattern: RegExp, product: string])[] = [
  [/(?:^|\/)ubi(\d+)(?:$|[/-])/, 'rhel'],
  [/distroless\/.*-debian(\d+)$/, 'debian'],
];

/** The product that a tool or `image NAME` is, and the text that says which release line; null: nobody knows it here. */
export function productOf(tool: string, version: string): { readonly name: string | null; readonly cycle: string } {
  const image = tool.startsWith('image ') ? tool.slice('image '.length) : null;
  const name = (image ?? tool).toLowerCase();
  for (const [pattern, product] of releaseInName) {
    const release = image === null ? undefined : pattern.exec(name)?.[1];
    if (release !== undefined) return { name: product, cycle: release };
  }
  const own = image === null ? name : name.replace(/^(?:[\w.-]+\.[a-z]{2,}(?::\d+)?\/)?(?:library\/)?/, '');
  return { name: productByName.get(own) ?? null, cycle: version };
}
