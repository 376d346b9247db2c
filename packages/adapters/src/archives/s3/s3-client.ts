// SPDX-License-Identifier: Apache-2.0
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { PlumblineError } from '@plumbline/core/errors';
import { attemptsMax, isPassing, isTooMuch, waitMs } from './retry-policy.ts';
import { type S3Clock, systemClock } from './s3-clock.ts';
import { amazonEndpoint, isRegion, type S3Settings, shownPlace } from './s3-settings.ts';
import { type S3Request, sendRequest, SilenceError } from './send-request.ts';

/** `repeated`: the request was made before, and the server may have done what it asks although no answer came. */
type Answered<Body> = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly repeated: boolean;
  readonly body: Body;
};
export type S3Answer = Answered<IncomingMessage>;
export type S3WholeAnswer = Answered<Buffer>;

export type S3Client = {
  readonly location: string;
  /** Any answer below 300, and 404, 409, 412. Throws `fetch-failed`. */
  readonly ask: (request: S3Request) => Promise<S3Answer>;
  /** The same with the whole body, of at most `bytesMax` (16 MiB unless told). */
  readonly askWhole: (request: S3Request, bytesMax?: number) => Promise<S3WholeAnswer>;
  readonly wait: (attempt: number) => Promise<void>;
};

export type S3ClientOptions = {
  readonly clock?: S3Clock;
  /** Without a byte for this long, the server counts as gone; 60 s unless told. */
  readonly silenceMs?: number;
};

const bodyBytesMax = 16 * 1024 * 1024;
const errorBytesMax = 65_536;
const handedOn: ReadonlySet<number> = new Set([404, 409, 412]);
const elsewhere: ReadonlySet<number> = new Set([301, 307, 400]);

/**
 * As much of the S3 protocol as an archive needs. What passes is asked again after a while, a bounded number of times: all that can
 * be done twice without harm, and anything that the server says it did not begin. A bucket that is in another region is asked
 * there; another host that an answer leads to never is.
 */
export function s3Client(
  settings: S3Settings,
  { clock = systemClock, silenceMs = 60_000 }: S3ClientOptions = {},
): S3Client {
  const location = shownPlace(settings);
  let at = settings;
  const wait = (attempt: number, retryAfter?: string): Promise<void> => clock.wait(waitMs(attempt, retryAfter, clock));

  const attempt = async <Body>(
    request: S3Request,
    take: (answer: IncomingMessage) => Promise<Body>,
    repeated: boolean,
  ): Promise<Answered<Body> | Failure> => {
    try {
      const answer = await sendRequest(at, request, { now: clock.now(), silenceMs });
      const status = answer.statusCode ?? 0;
      if (status < 300 || handedOn.has(status))
        return { status, headers: answer.headers, repeated, body: await take(answer) };
      return failureOf(answer, at.region);
    } catch (cause) {
      return brokenBy(cause);
    }
  };

  const asking = async <Body>(
    request: S3Request,
    take: (answer: IncomingMessage) => Promise<Body>,
  ): Promise<Answered<Body>> => {
    for (let made = 1; ; made += 1) {
      const answer = await attempt(request, take, made > 1);
      if (!('kind' in answer)) return answer;
      if (answer.kind === 'region' && at.region === settings.region) at = inRegion(settings, answer.region);
      else if (made < attemptsMax && mayRepeat(request, answer))
        await wait(made, answer.kind === 'refused' ? answer.retryAfter : undefined);
      else throw failed(location, answer);
    }
  };

  return {
    location,
    ask: (request) => asking(request, (answer) => Promise.resolve(answer)),
    askWhole: (request, bytesMax = bodyBytesMax) => asking(request, (answer) => whole(answer, bytesMax)),
    wait,
  };
}

function inRegion(settings: S3Settings, region: string): S3Settings {
  return { ...settings, region, endpoint: settings.isAmazon ? amazonEndpoint(region) : settings.endpoint };
}

type Failure =
  | { readonly kind: 'broken'; readonly because: string; readonly passes: boolean }
  | { readonly kind: 'region'; readonly region: string }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly retryAfter: string | undefined;
    };

async function failureOf(answer: IncomingMessage, region: string): Promise<Failure> {
  const status = answer.statusCode ?? 0;
  const actual = answer.headers['x-amz-bucket-region'];
  const body = await whole(answer, errorBytesMax);
  if (elsewhere.has(status) && typeof actual === 'string' && isRegion(actual) && actual !== region)
    return { kind: 'region', region: actual };
  return { kind: 'refused', status, code: codeIn(body), retryAfter: answer.headers['retry-after'] };
}

/** POST begins and completes uploads: done twice, it leaves parts behind, or fails for what went well. */
function mayRepeat({ method }: S3Request, failure: Failure): boolean {
  if (failure.kind === 'broken') return failure.passes && method !== 'POST';
  if (failure.kind === 'region') return false;
  const { status, code } = failure;
  return method === 'POST' ? isTooMuch(status, code) : isPassing(status, code);
}

async function whole(body: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > bytesMax) throw new PlumblineError('fetch-failed', `the server answers more than ${bytesMax} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The code of the error that a server names, if it is one word. */
function codeIn(body: Buffer): string {
  return /<Code>(\w{1,64})<\/Code>/u.exec(body.toString('latin1'))?.[1] ?? '';
}

function failed(path: string, failure: Failure): PlumblineError {
  if (failure.kind === 'broken')
    return new PlumblineError('fetch-failed', `the archive cannot be reached: ${failure.because}`, {
      path,
      next: 'Check the network and AWS_ENDPOINT_URL_S3',
    });
  const said =
    failure.kind === 'region'
      ? `the bucket is in another region (${failure.region}) again and again`
      : `the server answers ${failure.status} ${failure.code}`.trim();
  return new PlumblineError('fetch-failed', said, {
    path,
    next: 'Check bucket, AWS_REGION, AWS_ENDPOINT_URL_S3, and what the credentials may do',
  });
}

/** How connections end that were good before, or would be good a moment later. */
const passingFaults: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNRESET',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ETIMEDOUT',
]);

/** A connection that failed: by its code, or its words, which hold no part of what was sent. */
export function brokenBy(cause: unknown): Extract<Failure, { readonly kind: 'broken' }> {
  if (cause instanceof SilenceError) return { kind: 'broken', because: cause.message, passes: true };
  if (
    !(cause instanceof Error) ||
    !('code' in cause) ||
    typeof cause.code !== 'string' ||
    cause instanceof PlumblineError
  )
    throw cause;
  return { kind: 'broken', because: cause.code, passes: passingFaults.has(cause.code) };
}
