// A report as short statements: what is alike is said once.
import { expect, test } from 'vitest';
import { parseDocument } from '../../server/src/model/document.ts';
import { statementsOf } from '../../server/src/runtimes/causes.ts';
import { runtimes } from '../../server/src/runtimes/registry.ts';
import { comesToExist } from '../../server/src/runtimes/runtime.ts';

const UNKNOWN = ['version', 'type', 'changelog'];
const document = parseDocument(
  'file:///p/a.md',
  `---\nname: a\ndescription: Reviews code\n${UNKNOWN.map((key) => `${key}: x\n`).join('')}---\n\nYou review code.\n`,
);

test.each(runtimes.map((runtime) => [runtime.id, runtime] as const))(
  '%s says one sentence of keys that it does not know',
  (_, runtime) => {
    const [place] = runtime.places;
    if (!place) throw new Error('no place');
    const report = runtime.load(document, { scope: place.scope, folder: place.path, path: 'a.md' });
    const keys = report.events.filter(({ cause }) => cause === 'unknown-key').map(({ values }) => values?.key);
    const about = statementsOf(report, runtime).filter((statement) =>
      keys.some((key) => statement.includes(`\`${key}\``)),
    );

    expect(about).toHaveLength(keys.length > 0 ? 1 : 0);
    for (const key of keys) expect(about[0]).toContain(`\`${key}\``);
    expect(statementsOf(report, runtime)[0]).toMatch(comesToExist(report) ? /`a`/ : /load/);
  },
);
