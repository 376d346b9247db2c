// SPDX-License-Identifier: Apache-2.0
import { skipOptions } from './skip-options.ts';

const runValues =
  '-v --volume -e --env -w --workdir --name -u --user -p --publish --network --net --entrypoint --platform -m --memory --mount --env-file -h --hostname --cpus --shm-size --ulimit --label -l --add-host --cap-add --cap-drop --device --gpus --security-opt --pull --restart --tmpfs --log-driver --cidfile --link --expose --ipc --pid --userns --dns --volumes-from --group-add --cgroupns --arch --os --authfile --stop-timeout --memory-swap --runtime --annotation';
const composeValues = '-f --file -p --project-name --profile --env-file --project-directory';

/** What `docker run IMAGE …`, `docker exec NAME …` and `docker compose run SERVICE …` start; null for what starts nothing. */
export function unwrapContainer(
  args: readonly string[],
):
  | { readonly image: string; readonly args: readonly string[]; readonly entry: string | null }
  | readonly string[]
  | null {
  const [verb, ...rest] = skipOptions(args, '-H --host --context -c -l --log-level --config');
  if (verb === 'container' || verb === 'image') return unwrapContainer(rest);
  if (verb === 'run') return unwrapRun(rest);
  if (verb === 'exec') return skipOptions(rest, '-e --env -u --user -w --workdir --env-file').slice(1);
  if (verb !== 'compose') return null;
  const [sub, ...service] = skipOptions(rest, composeValues);
  if (sub !== 'run' && sub !== 'exec') return null;
  return skipOptions(service, `${runValues} --index`).slice(1);
}

function unwrapRun(args: readonly string[]): { image: string; args: readonly string[]; entry: string | null } | null {
  const [image, ...command] = skipOptions(args, runValues);
  if (image === undefined) return null;
  const options = args.slice(0, args.length - command.length - 1);
  const separate = options.indexOf('--entrypoint');
  const joined = options.find((option) => option.startsWith('--entrypoint='));
  const entry = separate === -1 ? joined?.slice('--entrypoint='.length) : options[separate + 1];
  return { image, args: command, entry: entry === undefined || entry === '' ? null : entry };
}
