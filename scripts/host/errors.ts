// An error whose message is meant for the person at the terminal, with the exit code it stands for.

/** Something the user can act on: printed without a stack. `exitCode` 2 is wrong use, 1 is everything else. */
export class UserError extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'UserError';
    this.exitCode = exitCode;
  }
}

/** The text to print for any thrown value: our own errors without a stack, others with it. */
export function printable(error: unknown): string {
  if (error instanceof UserError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The message of any thrown value, on one line. */
export function shortMessage(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? text;
}
