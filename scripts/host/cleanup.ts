// What must be undone when this process ends, for whatever reason: normally, by a signal, or by an error nobody caught.

type Undo = () => void | Promise<void>;

const undos: Undo[] = [];
let running: Promise<void> | undefined;
let installed = false;

/** Registers an undo, run once at the end, last registered first. Returns a function that forgets it. */
export function onEnd(undo: Undo): () => void {
  install();
  undos.push(undo);
  return () => {
    const index = undos.indexOf(undo);
    if (index >= 0) undos.splice(index, 1);
  };
}

/** Runs all registered undos. Safe to call more than once: later calls wait for the first. */
export function endAll(): Promise<void> {
  running ??= runAll().finally(() => {
    running = undefined;
  });
  return running;
}

/** Whether the end has begun: what stops now was meant to. */
export function isEnding(): boolean {
  return running !== undefined;
}

/** Ends this process when the one that started it is gone, so that a killed runner leaves nothing behind. */
export function endWithParent(): void {
  const parent = process.ppid;
  // What it read from is gone with it; that nobody reads any more is no error.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  setInterval(() => {
    if (process.ppid !== parent) void endAll().finally(() => process.exit(1));
  }, 1000).unref();
}

async function runAll(): Promise<void> {
  for (let undo = undos.pop(); undo; undo = undos.pop()) {
    try {
      await undo();
    } catch (error) {
      process.stderr.write(`while ending: ${String(error)}\n`);
    }
  }
}

function install(): void {
  if (installed) return;
  installed = true;
  const signals: readonly [NodeJS.Signals, number][] = [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ];
  for (const [signal, code] of signals) {
    process.on(signal, () => {
      void endAll().finally(() => process.exit(process.exitCode ?? code));
    });
  }
  let failing = false;
  const fatal = (error: unknown) => {
    if (failing) return; // reporting an error may itself fail, for instance when the terminal is gone
    failing = true;
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    void endAll().finally(() => process.exit(1));
  };
  process.on('uncaughtException', fatal);
  process.on('unhandledRejection', fatal);
  // An exit without warning: only what is synchronous still happens.
  process.on('exit', () => {
    for (let undo = undos.pop(); undo; undo = undos.pop()) {
      try {
        void undo();
      } catch {
        // nothing more can be done
      }
    }
  });
}
