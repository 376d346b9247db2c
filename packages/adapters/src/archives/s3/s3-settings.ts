// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import { checkAddress } from '../../platform/http/check-address.ts';

export type S3Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | null;
};

/** How a bucket is named in an address: as the first folder, or in front of the host. */
export type S3Addressing = 'path' | 'virtual';

export type S3Settings = {
  readonly endpoint: URL;
  /** Amazon's own, which is another one in another region. */
  readonly isAmazon: boolean;
  readonly region: string;
  readonly bucket: string;
  /** Empty, or ends in a slash. */
  readonly prefix: string;
  readonly addressing: S3Addressing;
  readonly credentials: S3Credentials;
};

type Environment = { readonly [name: string]: string | undefined };

const parameters: ReadonlySet<string> = new Set(['endpoint', 'region', 'addressing']);

/**
 * What `s3://BUCKET/PREFIX?endpoint=…&region=…&addressing=path|virtual` means here. What the place leaves out comes from the variables
 * that every S3 client knows; credentials come from them alone, since other users of the machine can read a command line. Throws
 * `usage`.
 */
export function s3Settings(place: string, environment: Environment): S3Settings {
  const [, bucket, rest = '', query = ''] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([^?#]*))?(?:\?([^#]*))?$/u.exec(place) ?? [];
  const prefix = rest.replace(/\/+$/u, '');
  if (bucket === undefined || !/^(?:[\w.-]+(?:\/[\w.-]+)*)?$/u.test(prefix) || /(?:^|\/)\.{1,2}(?:\/|$)/u.test(prefix))
    throw new PlumblineError('usage', 'that is no place in a bucket', { next: 'Write it as s3://BUCKET/PREFIX' });
  const asked = parametersIn(query);
  const region = checkRegion(
    asked.get('region') ?? environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'] ?? 'us-east-1',
  );
  const named = asked.get('endpoint') ?? environment['AWS_ENDPOINT_URL_S3'] ?? environment['AWS_ENDPOINT_URL'];
  return {
    endpoint: named === undefined ? amazonEndpoint(region) : checkEndpoint(named),
    isAmazon: named === undefined,
    region,
    bucket,
    prefix: prefix === '' ? '' : `${prefix}/`,
    addressing: addressingOf(asked.get('addressing'), bucket, named === undefined),
    credentials: {
      accessKeyId: needed(environment, 'AWS_ACCESS_KEY_ID'),
      secretAccessKey: needed(environment, 'AWS_SECRET_ACCESS_KEY'),
      sessionToken: environment['AWS_SESSION_TOKEN'] === undefined ? null : needed(environment, 'AWS_SESSION_TOKEN'),
    },
  };
}

export function amazonEndpoint(region: string): URL {
  return new URL(`https://s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`);
}

/** The place as it is shown and remembered: where it is, and never who asks. */
export function shownPlace({ bucket, prefix, endpoint, isAmazon }: S3Settings): string {
  return `s3://${bucket}/${prefix}${isAmazon ? '' : `?endpoint=${endpoint.href.replace(/\/$/u, '')}`}`;
}

export function isRegion(text: string): boolean {
  return /^[a-z0-9-]{1,64}$/u.test(text);
}

function parametersIn(query: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (!parameters.has(name) || found.has(name))
      throw new PlumblineError('usage', `'${name.slice(0, 40)}' cannot be said of a bucket, or is said twice`, {
        next: 'What can be said: endpoint=ADDRESS, region=NAME, addressing=path or addressing=virtual',
      });
    found.set(name, value);
  }
  return found;
}

function checkRegion(region: string): string {
  if (isRegion(region)) return region;
  throw new PlumblineError('usage', 'AWS_REGION, or the region of the place, is no name of a region');
}

function checkEndpoint(text: string): URL {
  const endpoint = checkAddress(text);
  if (endpoint.search === '' && endpoint.hash === '') return endpoint;
  throw new PlumblineError('usage', 'the endpoint of a bucket has neither a query nor a fragment', {
    path: endpoint.host,
  });
}

/** The certificate of Amazon's servers has no names with a dot in front; most other servers know folders alone. */
function addressingOf(asked: string | undefined, bucket: string, isAmazon: boolean): S3Addressing {
  if (asked === undefined) return isAmazon && !bucket.includes('.') ? 'virtual' : 'path';
  if (asked === 'path' || asked === 'virtual') return asked;
  throw new PlumblineError('usage', `addressing is path or virtual, not '${asked.slice(0, 40)}'`);
}

function needed(environment: Environment, name: string): string {
  const value = environment[name];
  // Control characters would end up in a header.
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  if (value !== undefined && value !== '' && !/[\u0000-\u0020\u007F-\uFFFF]/u.test(value)) return value;
  throw new PlumblineError('usage', `${name} is not set, or is no credential`, {
    next: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment',
  });
}
