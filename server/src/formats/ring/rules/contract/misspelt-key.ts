// Reports a key inside the contract that its readers do not recognize but that resembles one they do.

import { keyText, type YamlMap, type YamlNode } from '../../../../model/yaml.ts';
import { replace } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { entryOf } from '../../../../runtimes/entries.ts';
import { nearest } from '../../../../util/similar.ts';
import type { Span } from '../../../../util/text.ts';
import { child, INPUT_KEYS, itemsOf, mapOf } from '../../contract.ts';
import { inputPart, inputSchema, metric, outputSchema, requiredSection } from '../../shapes.ts';
import { ringFormat } from '../support.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';
const BODY = '---\n## Summary\n';

export default defineRule({
  code: 'contract/misspelt-key',
  severity: 'warning',
  summary: 'A key inside the contract is misspelled, so its readers skip it.',
  rationale:
    'Readers of a contract look for exact keys. If `pattern` is misspelled, nothing searches for the section; if the key of `required: false` is misspelled, the section is required.',
  evidence: [ringFormat('the keys of `output_schema` and `input_schema`')],
  messages: {
    meant: '`{key}` is not a key of {parent}, so readers of the contract skip it. Did you mean `{meant}`?',
  },
  examples: {
    invalid: [
      {
        message: 'meant',
        text: `${HEAD}output_schema:\n  required_sections:\n    - name: Summary\n      ⟦patern⟧: "^## Summary"\n${BODY}`,
        fixed: `${HEAD}output_schema:\n  required_sections:\n    - name: Summary\n      pattern: "^## Summary"\n${BODY}`,
      },
      {
        message: 'meant',
        text: `${HEAD}input_schema:\n  ⟦required⟧:\n    - name: task\n      type: string\n${BODY}`,
        fixed: `${HEAD}input_schema:\n  required_context:\n    - name: task\n      type: string\n${BODY}`,
      },
    ],
    valid: [
      {
        text: `${HEAD}output_schema:\n  required_sections:\n    - name: Summary\n      pattern: "^## Summary"\n      owner: team-a\n${BODY}`,
      },
    ],
  },
  check({ load, report }) {
    const check = (map: YamlMap | null, keys: readonly string[], parent: string): void => {
      const written = new Set(map?.pairs.map(({ key }) => keyText(key)));
      for (const { key } of map?.pairs ?? []) {
        const name = keyText(key);
        const meant = keys.includes(name) ? undefined : (STAND_INS[parent]?.[name] ?? nearest(name, keys));
        if (meant === undefined || written.has(meant)) continue;
        report('meant', key.span, { values: { key: name, parent, meant }, fixes: [renameFix(key, name, meant)] });
      }
    };
    const mapUnder = (key: string): YamlMap | null => mapOf(entryOf(load.reading, key)?.value ?? null);
    const items = (map: YamlMap | null, key: string): readonly YamlNode[] =>
      itemsOf((map && child(map, key)?.value) ?? null);
    const output = mapUnder('output_schema');
    const input = mapUnder('input_schema');
    check(output, Object.keys(outputSchema.shape), '`output_schema`');
    for (const item of items(output, 'required_sections'))
      check(mapOf(item), Object.keys(requiredSection.shape), 'a section');
    for (const item of items(output, 'metrics')) check(mapOf(item), Object.keys(metric.shape), 'a metric');
    check(input, Object.keys(inputSchema.shape), INPUT);
    for (const item of INPUT_KEYS.flatMap((key) => items(input, key)))
      check(mapOf(item), Object.keys(inputPart.shape), 'an input');
  },
});

const INPUT = '`input_schema`';

/** Ring's own description uses these keys; its files and readers use the others. */
const STAND_INS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [INPUT]: { required: 'required_context', optional: 'optional_context' },
};

function renameFix({ span }: { readonly span: Span }, name: string, meant: string) {
  if (span.end - span.start !== name.length) return undefined;
  return { title: `Rename to \`${meant}\``, kind: 'suggestion', edits: [replace(span, meant)] } as const;
}
