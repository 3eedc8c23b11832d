// Keys that the agents of a folder share, as the command line tells of them: the same for a folder and for single files.
import { afterAll, expect, it } from 'vitest';
import { checkJson, removeCliFolders } from '../harness/cli.ts';

afterAll(removeCliFolders);

const NAMES = ['a', 'b', 'c', 'd'];
const fieldsOf = (name: string): string => (name === 'a' ? '' : 'emoji: x\nvibe: calm\ntool: Read\n');
const FILES = Object.fromEntries(
  NAMES.map((name) => [
    `.claude/agents/${name}.md`,
    `---\nname: ${name}\ndescription: Does ${name}\n${fieldsOf(name)}---\n\nWork.\n`,
  ]),
);

function found(args: readonly string[], config = '{}'): string[] {
  const { json } = checkJson(args, { files: { ...FILES, '.agentwright.json': config } });
  return json.files.flatMap(({ path, problems }) =>
    problems.map(({ messageId, severity }) => `${path.slice(-4, -3)} ${messageId} ${severity}`),
  );
}

const ALL = ['b shared information', 'b all-tools error', 'c all-tools error', 'd all-tools error'];

it('is one information for the folder, and near misses of fields stay errors', () => {
  expect(found(['.'])).toEqual(ALL);
});

it('is the same for files that are named one by one', () => {
  const single = Object.keys(FILES).flatMap((path) => found([path]));
  expect(single).toEqual(ALL);
});

it('is gone once the project knows the keys, and left for those that it does not', () => {
  expect(found(['.'], '{"knownFields": ["emoji", "vibe"]}')).toEqual(ALL.slice(1));
  expect(found(['.'], '{"knownFields": ["emoji"]}')).toEqual(ALL);
});
