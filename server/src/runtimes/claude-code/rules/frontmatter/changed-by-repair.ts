// Reports valid values that Claude Code quotes because of an invalid value elsewhere.
import { plainValue } from '../../../../model/plain.ts';
import { keyText, resolveAlias } from '../../../../model/yaml.ts';
import { harmless } from '../../../../rules/harmless.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { slice } from '../../../../util/text.ts';
import type { Repair } from '../../../indexed.ts';
import { measured } from '../../evidence.ts';
import { parseRuntimeYaml } from '../../yaml/index.ts';
import { blamedValues, readableValueFix } from '../support/quoting.ts';

const HEAD = '---\nname: reviewer\n';
const BAD = 'description: Reviews code. For example: diffs\n';

export default defineRule({
  code: 'frontmatter/changed-by-repair',
  severity: 'warning',
  summary: 'Claude Code reads this value as a string because another value makes the YAML invalid.',
  rationale:
    'After a YAML error, Claude Code quotes every top-level value that contains special characters, not just the faulty one, and reads the front matter again. A list with a comment, a mapping, or a value with a comment then becomes a single string: `tools: [Read, Grep] # few` gives no tools at all.',
  evidence: [
    measured('the second try quotes all lines with special characters: `name: q # id` then gives the name `q # id`'),
  ],
  messages: {
    changed:
      'Line {line} is not valid YAML, so Claude Code retries with this value quoted, too, and reads `{key}` as the string `{text}`. Quote the value on line {line} to fix both.',
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
      const fix = { title: 'Quote the invalid value', kind: 'suggestion', edits } as const;
      const text = slice(document.text, valueSpan);
      report('changed', valueSpan, { values: { key, line, text }, fixes: [harmless(context, fix)] });
    }
  },
});

/** Whether reading the line on its own gives something other than the text of its value. */
function isChanged(text: string, { keySpan, valueSpan }: Pick<Repair, 'keySpan' | 'valueSpan'>): boolean {
  const { root, errors } = parseRuntimeYaml(text.slice(keySpan.start, valueSpan.end));
  const map = resolveAlias(root);
  const pair = map?.kind === 'map' ? map.pairs[0] : undefined;
  if (errors.length > 0 || !pair || keyText(pair.key) === '') return false;
  return plainValue(pair.value) !== slice(text, valueSpan);
}
