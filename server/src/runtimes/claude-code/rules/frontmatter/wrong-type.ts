// Reports values of the wrong type, such as a list instead of a string or a number instead of a list.

import { describeValue } from '../../../../model/describeValue.ts';
import type { AgentDocument } from '../../../../model/document.ts';
import { plainValue } from '../../../../model/plain.ts';
import type { Fix } from '../../../../model/problem.ts';
import { resolveAlias, scalarOf, type YamlNode } from '../../../../model/yaml.ts';
import { quoteValueFix } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { valueOrKeySpan } from '../../../entries.ts';
import { measured } from '../../evidence.ts';
import { commentedValue, quoteCommentFix, removeHashFix } from '../support/commentedValue.ts';
import { freeFieldsBut } from '../support/fieldKinds.ts';
import { isMeantAsServers } from '../support/serverList.ts';

/** The name, the description, and an unusable tool list have their own rules. */
const CHECKED = freeFieldsBut(['name', 'description', 'tools']);

export default defineRule({
  code: 'frontmatter/wrong-type',
  severity: 'warning',
  summary: 'The value of a field has a type that the field does not accept.',
  rationale:
    'Claude Code does not stop at a value of the wrong type: it reads what it can and ignores the rest. If `tools` is not a list, see `frontmatter/no-tools`.',
  evidence: [measured('values of the wrong type are read as nothing, or their items skipped one by one')],
  messages: {
    type: '`{key}` takes {shape} but is {what}: Claude Code {effect}.',
    comment: '`#` starts a comment, so `{key}` is empty: Claude Code {effect}. It takes {shape}.',
    item: 'This item of `{key}` is {what}, not a name, so Claude Code skips it. Write a name, and quote it if it looks like anything else.',
  },
  examples: {
    invalid: [
      { message: 'type', text: '---\nname: reviewer\ndescription: Reviews code\nmodel: ⟦[opus]⟧\n---\nReview.\n' },
      { message: 'type', text: '---\nname: reviewer\ndescription: Reviews code\nskills: ⟦7⟧\n---\nReview.\n' },
      {
        message: 'type',
        text: '---\nname: reviewer\ndescription: Reviews code\ninitialPrompt: ⟦42⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\ninitialPrompt: "42"\n---\nReview.\n',
      },
      {
        message: 'comment',
        text: '---\nname: reviewer\ndescription: Reviews code\nmodel: ⟦#opus⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\nmodel: opus\n---\nReview.\n',
      },
      {
        message: 'comment',
        text: '---\nname: reviewer\ndescription: Reviews code\nmodel: ⟦# as the session⟧\n---\nReview.\n',
      },
      {
        message: 'comment',
        text: '---\nname: reviewer\ndescription: Reviews code\nobserverMessage: ⟦#review⟧\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\nobserverMessage: "#review"\n---\nReview.\n',
      },
      {
        message: 'item',
        text: '---\nname: reviewer\ndescription: Reviews code\nskills: [style, ⟦2⟧]\n---\nReview.\n',
        fixed: '---\nname: reviewer\ndescription: Reviews code\nskills: [style, "2"]\n---\nReview.\n',
      },
      {
        message: 'item',
        text: '---\nname: reviewer\ndescription: Reviews code\ntools:\n  - Read\n  - ⟦Bash: git⟧\n---\nReview.\n',
      },
    ],
    valid: [{ text: '---\nname: reviewer\ndescription: Reviews code\nskills: style, tests\n---\nReview.\n' }],
  },
  check({ document, runtime, scope, load, report }) {
    for (const entry of load.reading.entries) {
      const field = runtime.fields.get(entry.key);
      if (!field || entry.overridden || field.ignoredIn?.includes(scope)) continue;
      if (NAME_LISTS.has(entry.key) && resolveAlias(entry.value)?.kind === 'sequence') {
        for (const item of strayItems(entry.value)) {
          const values = { key: entry.key, what: describeValue(item) };
          report('item', item.span, { values, fixes: [quoteScalarFix(document, item)] });
        }
        continue;
      }
      if (!CHECKED.has(entry.key) || field.schema.safeParse(plainValue(entry.value)).success) continue;
      const what = describeValue(entry.value);
      const values = { key: entry.key, what, shape: field.shape, effect: field.onInvalid };
      const comment = commentedValue(document, entry);
      if (comment) {
        const quote = TEXTS.has(entry.key) ? quoteCommentFix(document, comment) : undefined;
        report('comment', comment, { values, fixes: [quote ?? removeHashFix(document, comment, field)] });
        continue;
      }
      // Its items, and values in place of the list, have their own rule.
      if (entry.key === 'mcpServers' && (resolveAlias(entry.value)?.kind === 'sequence' || isMeantAsServers(entry)))
        continue;
      const fix = TEXTS.has(entry.key) ? quoteScalarFix(document, entry.value) : undefined;
      report('type', valueOrKeySpan(entry), { values, fixes: [fix] });
    }
  },
});

/** Fields whose lists contain names: anything else in them is skipped. */
const NAME_LISTS: ReadonlySet<string> = new Set(['tools', 'disallowedTools', 'skills']);
const TEXTS: ReadonlySet<string> = new Set(['initialPrompt', 'observerMessage']);

function strayItems(value: YamlNode | null): YamlNode[] {
  const list = resolveAlias(value);
  if (list?.kind !== 'sequence') return [];
  return list.items.filter((item) => typeof scalarOf(item)?.value !== 'string' && item.span.end > item.span.start);
}

/** Quotes a number or a boolean as written. */
function quoteScalarFix(document: AgentDocument, node: YamlNode | null): Fix | undefined {
  const value = node?.kind === 'scalar' ? node.value : null;
  if (!node || value === null) return undefined;
  const fix = quoteValueFix(document, node.span);
  return fix && { ...fix, kind: 'suggestion' };
}
