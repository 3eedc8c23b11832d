// manifest/wrong-type: a field of a plugin's manifest whose value has the wrong type.

import type { JsonNode, JsonObject } from '../../../../model/json.ts';
import { removeItem, removeProperty } from '../../../../model/jsonEdits.ts';
import type { Fix, TextEdit } from '../../../../model/problem.ts';
import { replace } from '../../../../rules/edits.ts';
import type { Span } from '../../../../util/text.ts';
import { measuredOnProjects } from '../../evidence.ts';
import type { ReadField } from '../../manifest.ts';
import { defineManifestRule } from '../manifestRule.ts';

export default defineManifestRule({
  code: 'manifest/wrong-type',
  severity: 'error',
  summary: 'A field of a manifest whose value has the wrong type.',
  rationale:
    'One field of the wrong type keeps the whole plugin from loading: `null` for `agents`, a number for `version`, a string for a server. Claude Code ignores only fields that describe the plugin, such as `description` or `author`.',
  evidence: [
    measuredOnProjects(
      '"Validation errors: agents: Invalid input", "version: Invalid input: expected string, received number"',
    ),
    measuredOnProjects('WARN "ignored "description" in plugin.json (…); the plugin still loads"'),
  ],
  messages: {
    refused: '`{field}` must be {shape}, so Claude Code does not load the plugin.',
    ignored: { text: '`{field}` must be {shape}; Claude Code ignores it.', severity: 'warning' },
  },
  examples: {
    invalid: [
      {
        message: 'refused',
        text: '{ "name": "kit", "version": ⟦1.2⟧ }\n',
        fixed: '{ "name": "kit", "version": "1.2" }\n',
      },
      {
        message: 'refused',
        text: '{\n  "name": "kit",\n  "agents": ⟦null⟧\n}\n',
        fixed: '{\n  "name": "kit"\n}\n',
      },
      {
        message: 'refused',
        text: '{ "name": "kit", "agents": ["./agents/a.md", ⟦1⟧] }\n',
        workspace: { 'kit/agents/a.md': '---\nname: a\ndescription: Does a\n---\nDo.\n' },
        fixed: '{ "name": "kit", "agents": ["./agents/a.md"] }\n',
      },
      {
        message: 'refused',
        text: '{ "name": "kit", "mcpServers": { "db": ⟦"./run.sh"⟧ } }\n',
        fixed: '{ "name": "kit", "mcpServers": {} }\n',
      },
      {
        message: 'ignored',
        text: '{ "name": "kit", "author": ⟦"Ann"⟧ }\n',
        fixed: '{ "name": "kit", "author": { "name": "Ann" } }\n',
      },
      {
        message: 'ignored',
        text: '{ "name": "kit", "keywords": ⟦"testing"⟧ }\n',
        fixed: '{ "name": "kit" }\n',
      },
    ],
    valid: [
      { text: '{ "name": "kit", "version": "1.2", "author": { "name": "Ann" }, "keywords": ["testing"] }\n' },
      { text: '{ "name": "kit", "mcpServers": { "db": { "command": "./run.sh" } }, "hooks": {}, "agents": [] }\n' },
      { text: '{ "name": "kit", "somethingElse": 3 }\n' },
    ],
  },
  check({ manifest: { root, fields }, report }) {
    for (const read of root ? fields.values() : []) {
      const { key, field, wrongType } = read;
      if (!wrongType || !root) continue;
      const values = { field: key, shape: field.shape };
      const fixes = [fixOf(read, root, wrongType)];
      report(field.onFault === 'refuses' ? 'refused' : 'ignored', wrongType, { values, fixes });
    }
  },
});

function fixOf({ key, field, property: { value } }: ReadField, root: JsonObject, { start }: Span): Fix {
  const written = value.kind === 'scalar' ? value.value : null;
  const suggest = (title: string, better: string): Fix => ({
    title,
    kind: 'suggestion',
    edits: [replace(value.span, better)],
  });
  if (typeof written === 'number' && field.schema.safeParse('1').success) {
    return suggest('Put it in quotes', JSON.stringify(String(written)));
  }
  if (key === 'author' && typeof written === 'string' && written !== '') {
    return suggest('Change to an object', `{ "name": ${JSON.stringify(written)} }`);
  }
  const [title, edit] = removal(key, value, root, start);
  return { title, kind: 'suggestion', edits: [edit] };
}

/** Removes the invalid entry if it is one of several, otherwise the whole field. */
function removal(field: string, value: JsonNode, root: JsonObject, start: number): [title: string, edit: TextEdit] {
  const isWrong = (each: JsonNode): boolean => each.span.start === start;
  if (value.kind === 'list' && value.items.some(isWrong)) {
    return ['Remove this entry', removeItem(value, value.items.findIndex(isWrong))];
  }
  const inner = value.kind === 'object' ? value.properties.find((property) => isWrong(property.value)) : undefined;
  if (inner && value.kind === 'object') return [`Remove \`${inner.key}\``, removeProperty(value, inner.key)];
  return [`Remove \`${field}\``, removeProperty(root, field)];
}
