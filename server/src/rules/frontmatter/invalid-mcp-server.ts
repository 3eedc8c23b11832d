// Reports entries of `mcpServers` that Claude Code skips.
import { plainValue } from '../../dialects/claude-code/plain.ts';
import { entryOf } from '../../dialects/dialect.ts';
import { keyText, resolveAlias, type YamlMap, type YamlNode } from '../../model/yaml.ts';
import { defineRule } from '../rule.ts';
import { documented, measured } from '../support/evidence.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\nmcpServers:\n';

/** What each server type requires. */
const REQUIRED: Readonly<Record<string, string>> = { stdio: 'command', http: 'url', sse: 'url', ws: 'url' };

export default defineRule({
  code: 'frontmatter/invalid-mcp-server',
  severity: 'warning',
  summary: 'Claude Code skips an entry of `mcpServers`.',
  rationale:
    'Each entry is either the name of a configured server or a mapping with one key: `name: {…}`. Claude Code skips any other entry with a debug message and loads the agent without it.',
  evidence: [
    documented('a list of names or inline definitions'),
    measured('"has invalid mcpServers item": `- 1`, `type: foo`, `{name: x, command: y}`'),
  ],
  messages: {
    item: 'Claude Code skips this server, because the entry is {what}. Write a server name or `name: {…}`.',
    keys: 'Claude Code skips this server, because an entry has exactly one key: its name, with the configuration below it. Write `- {name}:` and indent the rest.',
    type: 'Claude Code skips this server, because `{type}` is not a server type. Use `stdio`, `http`, `sse`, or `ws`.',
    missing: 'Claude Code skips this server, because a server of type `{type}` needs `{needed}`. Add it.',
  },
  examples: {
    invalid: [
      { message: 'item', text: `${HEAD}  - ⟦1⟧\n---\nReview.\n` },
      { message: 'keys', text: `${HEAD}  - ⟦name: docs\n    command: docs-server⟧\n---\nReview.\n` },
      { message: 'type', text: `${HEAD}  - docs:\n      type: ⟦foo⟧\n---\nReview.\n` },
      { message: 'missing', text: `${HEAD}  - ⟦docs⟧:\n      type: http\n---\nReview.\n` },
    ],
    valid: [
      { text: `${HEAD}  - github\n  - docs:\n      command: docs-server\n---\nReview.\n` },
      { text: `${HEAD}  - docs: {type: sse, url: https://example.com}\n---\nReview.\n` },
    ],
  },
  check({ scope, load, report }) {
    const entry = entryOf(load.reading, 'mcpServers');
    const list = resolveAlias(entry?.value ?? null);
    if (scope === 'plugin' || list?.kind !== 'sequence') return;
    for (const item of list.items) {
      const node = resolveAlias(item);
      if (node?.kind === 'scalar' && typeof node.value === 'string') continue;
      if (node?.kind !== 'map') {
        report('item', item.span, { values: { what: node?.kind === 'sequence' ? 'a list' : 'neither' } });
        continue;
      }
      checkServer(node, report);
    }
  },
});

type Report = (
  message: 'keys' | 'type' | 'missing',
  span: YamlNode['span'],
  options: { values: Record<string, string> },
) => void;

function checkServer(map: YamlMap, report: Report): void {
  const [pair, ...others] = map.pairs;
  const config = resolveAlias(pair?.value ?? null);
  if (!pair || others.length > 0 || config?.kind !== 'map') {
    const named = map.pairs.find(({ key }) => keyText(key) === 'name');
    report('keys', map.span, { values: { name: named ? String(plainValue(named.value)) : 'name' } });
    return;
  }
  const field = (key: string) => config.pairs.findLast((candidate) => keyText(candidate.key) === key);
  const written = field('type');
  const type = written ? String(plainValue(written.value)) : 'stdio';
  const needed = Object.hasOwn(REQUIRED, type) ? REQUIRED[type] : undefined;
  if (written && needed === undefined) report('type', written.value?.span ?? written.key.span, { values: { type } });
  else if (needed !== undefined && !field(needed)) report('missing', pair.key.span, { values: { type, needed } });
}
