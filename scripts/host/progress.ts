// Progress as a list of steps with elapsed seconds: one line per finished step, a live line on a terminal.

export type Say = (line: string) => void;

export interface Progress {
  /** Prints a line of its own. */
  say: Say;
  /** Runs one step and reports how long it took. `detail` may be called with what is going on inside it. */
  step<T>(title: string, work: (detail: Say) => Promise<T>): Promise<T>;
}

/** Progress written to a stream; on a terminal the running step is redrawn every second. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return {
    say: (line) => void stream.write(`${line}\n`),
    async step(title, work) {
      const started = Date.now();
      const live = stream.isTTY === true;
      let detail = '';
      let shownAt = started;
      const draw = () => {
        const line = `  … ${title} (${seconds(started)})${detail ? ` ${detail}` : ''}`;
        if (live) stream.write(`\r\u001b[2K${line.slice(0, (stream.columns ?? 100) - 1)}`);
        else if (Date.now() - shownAt >= 15_000) {
          shownAt = Date.now();
          stream.write(`${line}\n`);
        }
      };
      draw();
      const timer = setInterval(draw, 1000);
      const finish = (mark: string) => {
        clearInterval(timer);
        stream.write(`${live ? '\r\u001b[2K' : ''}  ${mark} ${title} (${seconds(started)})\n`);
      };
      try {
        const result = await work((text) => {
          detail = text.trim().slice(0, 80);
        });
        finish('✓');
        return result;
      } catch (error) {
        finish('✗');
        throw error;
      }
    },
  };
}

/** Progress that says nothing. */
export const silentProgress: Progress = { say: () => undefined, step: (_title, work) => work(() => undefined) };

function seconds(started: number): string {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}
