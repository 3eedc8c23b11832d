// What came of a run: read from the file the suite writes, and printed for people and for the runner above.
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { tail } from '../../scripts/host/processes.ts';
import { type Results, reportPrefix } from './protocol.ts';

/** Everything that VS Code prints goes to the log; what the suite reports also goes to the terminal. */
export function reportStream(log: string): Writable {
  const file = createWriteStream(log, { flags: 'a' });
  let rest = '';
  return new Writable({
    write(chunk, _encoding, done) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const at = line.indexOf(reportPrefix);
        if (at >= 0) process.stdout.write(`  ${line.slice(at + reportPrefix.length)}\n`);
      }
      file.write(chunk, done);
    },
  });
}

/** The end of the log without stacks and without what VS Code says again and again. */
function logTail(log: string): string {
  const noise = /^\s+at |Ignoring fetching additional builtin/;
  const lines = tail(log, 400).split('\n');
  return lines
    .filter((line) => !noise.test(line))
    .slice(-20)
    .join('\n');
}

/** The results a run left behind; one that was cut off counts as a failure of the test it was in. */
export function readResults(file: string, log: string): Results {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
    if (results.finished) return results;
    const message = `VS Code ended, or was ended, during this test.\n${logTail(log)}\nLog: ${log}`;
    const lost = { title: results.running ?? '(between two tests)', message };
    return { ...results, failed: results.failed + 1, failures: [...results.failures, lost] };
  } catch {
    const message = `VS Code ended without running a test.\n${logTail(log)}\nLog: ${log}`;
    return { finished: false, passed: 0, failed: 1, failures: [{ title: '(start)', message }], running: null };
  }
}

/** Stack lines of the bundle, as places in the suites. VS Code's own treatment of stacks leaves Node's out. */
function sourcePlaces(message: string, bundle: string): string {
  if (!existsSync(`${bundle}.map`)) return message;
  const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')) as SourceMapPayload);
  const mapped = message.replaceAll(/\(?(?:at )?[^\s(]*e2e[-\d]*\.cjs:(\d+):(\d+)\)?/g, (place, line, column) => {
    const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
    if (!('originalSource' in entry)) return place;
    return `(${relative(process.cwd(), resolve(dirname(bundle), entry.originalSource))}:${entry.originalLine + 1})`;
  });
  // Frames of the test framework say nothing about the test.
  return mapped
    .split('\n')
    .filter((line) => !/node_modules.mocha.lib/.test(line))
    .join('\n');
}

/** Prints failures and the count, last; that no test ran is a failure but where other runs may have taken all; answers the exit code. */
export function report(
  { passed, failed, failures }: Results,
  code: number,
  { tests, log, mayBeNone }: { tests: string; log: string; mayBeNone: boolean },
): number {
  for (const { title, message } of failures)
    process.stdout.write(`\n✗ ${title}\n${sourcePlaces(message, tests).replaceAll(/^/gm, '    ')}\n`);
  const broken = failed > 0 ? failed : code === 0 && (passed > 0 || mayBeNone) ? 0 : 1;
  if (broken > failed)
    process.stdout.write(`\n✗ ${passed === 0 ? 'no test ran' : `VS Code ended with ${code}`}; log: ${log}\n`);
  process.stdout.write(`e2e: ${passed} passed, ${broken} failed\n`);
  return broken > 0 ? 1 : 0;
}
