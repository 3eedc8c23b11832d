// One wrapper for every request handler: errors are logged and answered with a fallback, cancelled work is dropped.
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Log } from '../workspace/host.ts';

/** A handler that throws must not take the server down, nor leave the editor waiting. */
export function handle<Params, Result>(
  name: string,
  log: Log,
  fallback: Result,
  handler: (params: Params, token: CancellationToken) => Result | Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    refuseCancelled(token);
    const result = await guarded(name, log, fallback, () => handler(params, token));
    refuseCancelled(token);
    return result;
  };
}

async function guarded<Result>(
  name: string,
  log: Log,
  fallback: Result,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    // Said on purpose, to the user.
    if (error instanceof ResponseError) throw error;
    log.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return fallback;
  }
}

/** Throws what the connection turns into the protocol's answer to a cancelled request. */
function refuseCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Request cancelled');
}
