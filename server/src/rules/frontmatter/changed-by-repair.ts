// frontmatter/changed-by-repair: a good value that Claude Code puts in quotes because of a bad one elsewhere.
import { plainValue } from '../../dialects/claude-code/plain.ts';
import { parseRuntimeYaml } from '../../dialects/claude-code/yaml/index.ts';
import type { Repair } from '../../dialects/dialect.ts';
import { keyText, resolveAlias } from '../../model/yaml.ts';
import { slice } from '../../util/text.ts';
import { defineRule } from '../rule.ts';
import { measured } from '../support/evidence.ts';
import { harmless } from '../support/harmless.ts';
import { blamedValues, readableValueFix } from '../support/quoting.ts';

const HEAD = '---\nname: reviewer\n';
const BAD = 'description: Reviews code. For example: diffs\n';

export default defineRule({
  code: 'frontmatter/changed-by-repair',
  severity: 'warning',
  summary: 'Because another value makes the YAML invalid, Claude Code reads this one as a text.',
  rationale:
    'After a YAML error Claude Code quotes every top-level value with a special character in it and reads again, not only the one that is to blame. A list with a comment, a map or a value with a comment then becomes one text: `tools: [Read, Grep] # few` gives no tools at all.',
  evidence: [
    measured('the second try quotes all lines with special characters: `name: q # id` is then called `q # id`'),
  ],
  messages: {
    changed:
      'Line {line} is not valid YAML, and in its second try Claude Code puts this value in quotes too: `{key}` is read as the text `{text}`. Put the value in line {line} in quotes, and this one is read as it is meant.',
  },
  examples: {
    invalid: [
      {
        message: 'changed',
        text: `${HEAD}${BAD}tools: ⟦[Read, Grep] # few⟧\n---\nReview.\n`,
        fixed: `${HEAD}description: "Reviews code. For example: diffs"\ntools: [Read, Grep] # few\n---\nReview.\n`,
      },
    ],
    valid: [
      { text: `${HEAD}${BAD}tools: [Read, Grep]\n---\nReview.\n` },
      { text: `${HEAD}description: Reviews code\ntools: [Read, Grep] # few\n---\nReview.\n` },
    ],
  },
  check(context) {
    const { document, load, report } = context;
    const { reading } = load;
    if (reading.state !== 'repaired') return;
    const blamed = blamedValues(document, reading);
    const edits = blamed.flatMap(({ span }) => readableValueFix(document, span)?.edits ?? []);
    const [first] = blamed;
    const changed = reading.repairs.filter(
      ({ keySpan, valueSpan }) =>
        blamed.every(({ span }) => span.start !== valueSpan.start) && isChanged(document.text, { keySpan, valueSpan }),
    );
    for (const { key, valueSpan } of first ? changed : []) {
      const line = document.lines.positionAt(first?.span.start ?? 0).line + 1;
      const fix = { title: 'Quote the value that is not valid YAML', kind: 'suggestion', edits } as const;
      const text = slice(document.text, valueSpan);
      report('changed', valueSpan, { values: { key, line, text }, fixes: [harmless(context, fix)] });
    }
  },
});

/** Read by itself the line would give something else than the text of its value. */
function isChanged(text: string, { keySpan, valueSpan }: Pick<Repair, 'keySpan' | 'valueSpan'>): boolean {
  const { root, errors } = parseRuntimeYaml(text.slice(keySpan.start, valueSpan.end));
  const map = resolveAlias(root);
  const pair = map?.kind === 'map' ? map.pairs[0] : undefined;
  if (errors.length > 0 || !pair || keyText(pair.key) === '') return false;
  return plainValue(pair.value) !== slice(text, valueSpan);
}
