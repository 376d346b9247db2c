// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import { checkAddress } from '../../platform/http/check-address.ts';

export type S3Settings = {
  readonly endpoint: URL;
  readonly region: string;
  readonly bucket: string;
  /** Empty, or ends in a slash. */
  readonly prefix: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string | null;
  };
};

type Environment = { readonly [name: string]: string | undefined };

/**
 * What `s3://bucket/prefix` means here. Credentials, region and endpoint come from the variables that every S3 client knows, and
 * never from the command line, which other users of the machine can read. Throws `usage`.
 */
export function s3Settings(place: string, environment: Environment): S3Settings {
  const [, bucket, rest = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/u.exec(place) ?? [];
  const prefix = rest.replace(/\/+$/u, '');
  if (bucket === undefined || !/^(?:[\w.-]+(?:\/[\w.-]+)*)?$/u.test(prefix) || /(?:^|\/)\.{1,2}(?:\/|$)/u.test(prefix))
    throw new PlumblineError('usage', 'that is no place in a bucket', { next: 'Write it as s3://BUCKET/PREFIX' });
  const region = environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'] ?? 'us-east-1';
  if (!/^[a-z0-9-]{1,64}$/u.test(region)) throw new PlumblineError('usage', 'AWS_REGION is no name of a region');
  const endpoint = environment['AWS_ENDPOINT_URL_S3'] ?? environment['AWS_ENDPOINT_URL'];
  return {
    endpoint: checkAddress(endpoint ?? `https://s3.${region}.amazonaws.com`),
    region,
    bucket,
    prefix: prefix === '' ? '' : `${prefix}/`,
    credentials: {
      accessKeyId: needed(environment, 'AWS_ACCESS_KEY_ID'),
      secretAccessKey: needed(environment, 'AWS_SECRET_ACCESS_KEY'),
      sessionToken: environment['AWS_SESSION_TOKEN'] ?? null,
    },
  };
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
