// SPDX-License-Identifier: Apache-2.0
import { classifyPath } from '../../../platform/paths/classify-path.ts';
import { linesOf } from '../../../platform/syntax/lines.ts';

/**
 * The parts of an architecture that a tree shows, each with the file or folder that shows it. Only what nobody adds by
 * the way: components, what is deployed, interfaces, and libraries that talk to a network. Names are `kind name`.
 */
export type ArchitectureParts = ReadonlyMap<string, string>;

const groups = /^(?:apps?|services?|packages|crates|modules|components|cmd|libs?|servers?|plugins)$/u;
const partsMax = 2000;
// for a developer's desk or a pipeline: nothing there is deployed
const forDevelopers = /(?:^|\/)\.(?!\/)|(?:^|\/)(?:hack|tools?|scripts?|ci|dev|build|contrib|bench(?:marks?)?)\//u;

const deployments: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['container image', /(?:^|\/)(?:[\w.-]{1,80}\.)?(?:Dockerfile|Containerfile)(?:\.[\w.-]{1,80})?$/u],
  ['chart', /(?:^|\/)Chart\.ya?ml$/u],
  ['deployment', /(?:^|\/)(?:deploy|deployments?|k8s|kubernetes|kustomize)\/(?:.*\/)?[\w.-]{1,100}\.ya?ml$/u],
  [
    'infrastructure',
    /(?:^|\/)(?:[\w.-]{1,100}\.(?:tf|bicep)|serverless\.ya?ml|template\.ya?ml|Pulumi\.yaml|fly\.toml|app\.yaml|Procfile)$/u,
  ],
  [
    'interface',
    /(?:^|\/)(?:[\w.-]{1,80}\.(?:proto|graphqls?|wsdl|avdl)|(?:openapi|swagger|asyncapi)[\w.-]{0,40}\.(?:ya?ml|json))$/u,
  ],
];

/** What paths alone show. Tests, examples, documents and copies of other projects are no part of the product. */
export function partsOfPaths(paths: readonly string[]): ArchitectureParts {
  const found = new Map<string, string>();
  for (const path of paths) {
    const role = classifyPath(path);
    if ((role !== 'source' && role !== 'other') || forDevelopers.test(path)) continue;
    const deployed = deployments.find(([, pattern]) => pattern.test(path));
    const component = role === 'source' ? componentOf(path) : null;
    if (deployed !== undefined) found.set(`${deployed[0]} ${path}`, path);
    else if (component !== null && found.size < partsMax) found.set(`component ${component}`, component);
  }
  return found;
}

/** The folder at the top, or one below it where that gathers components. */
function componentOf(path: string): string | null {
  const [top, second, ...rest] = path.split('/');
  if (top === undefined || second === undefined || top.startsWith('.')) return null;
  if (!groups.test(top)) return top;
  return rest.length === 0 ? null : `${top}/${second}`;
}

const manifests =
  /^(?:.{0,200}\/)?(?:package\.json|go\.mod|Cargo\.toml|pyproject\.toml|requirements\.txt|pom\.xml|build\.gradle(?:\.kts)?|Gemfile|composer\.json)$/u;
const compose = /^(?:.{0,200}\/)?(?:docker-)?compose(?:\.[\w-]{1,60})?\.ya?ml$/u;

/** Files whose content shows parts. */
export function showsParts(path: string): boolean {
  const role = manifests.test(path) || compose.test(path) ? classifyPath(path) : null;
  return role === 'source' || role === 'other' || (role === 'documentation' && path.endsWith('requirements.txt'));
}

/** Servers, clients of brokers and databases, and what signs people in: a new one moves a trust boundary. */
const networkLibraries =
  /["'\s/:>](express|fastify|koa|@nestjs\/core|hono|ws|socket\.io|graphql|apollo-server|@grpc\/grpc-js|flask|django|fastapi|aiohttp|tornado|grpcio|actix-web|axum|hyper|rocket|tonic|warp|gin-gonic\/gin|labstack\/echo|gofiber\/fiber|google\.golang\.org\/grpc|gorilla\/websocket|spring-boot-starter-web|spring-boot-starter-security|grpc-netty|rails|sinatra|puma|kafkajs|kafka-clients|confluent-kafka|amqplib|pika|celery|redis|ioredis|pg|mysql2|mongoose|sqlalchemy|passport|keycloak-connect|oauth2-proxy|next-auth|devise)(?=["'\s@/<:=]|$)/gu;

export function partsOfText(path: string, text: string): ArchitectureParts {
  if (compose.test(path)) return new Map(servicesIn(text).map((name) => [`service ${name} of ${path}`, path]));
  const named = [...text.slice(0, 200_000).matchAll(networkLibraries)].map(([, name = '']) => name);
  return new Map(named.map((name) => [`network library ${name}`, path]));
}

/** Keys one level below `services:`. */
function servicesIn(text: string): readonly string[] {
  const names: string[] = [];
  let indent: string | null = null;
  let inside = false;
  for (const { text: line } of linesOf(text)) {
    if (/^\S/u.test(line) && !line.startsWith('#')) inside = line.startsWith('services:');
    const [, space, name] = (inside ? /^([ \t]{1,20})([\w.-]{1,100}):\s*(?:#.*)?$/u.exec(line) : null) ?? [];
    if (space === undefined || name === undefined) continue;
    indent ??= space;
    if (space === indent) names.push(name);
  }
  return names;
}
