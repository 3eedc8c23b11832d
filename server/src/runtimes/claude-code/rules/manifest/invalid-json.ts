// manifest/invalid-json: the manifest of a plugin is not JSON, or not an object.
import { applyEdits } from '../../../../model/edits.ts';
import { type JsonDocument, type JsonFault, parseJsonDocument } from '../../../../model/json.ts';
import type { Fix } from '../../../../model/problem.ts';
import { replace } from '../../../../rules/edits.ts';
import { slice } from '../../../../util/text.ts';
import { measuredOnProjects } from '../../evidence.ts';
import { defineManifestRule } from '../manifestRule.ts';

const LONGEST_SHOWN = 20;

export default defineManifestRule({
  code: 'manifest/invalid-json',
  severity: 'error',
  summary: 'The manifest of a plugin is not valid JSON.',
  rationale:
    'Claude Code parses `.claude-plugin/plugin.json` strictly. One comment or extra comma keeps the whole plugin from loading: its agents, skills, commands and servers.',
  evidence: [
    measuredOnProjects('"Plugin kit has a corrupt manifest file … JSON parse error"; a byte order mark is accepted'),
    measuredOnProjects('"Validation errors: manifest must be an object"'),
  ],
  messages: {
    'trailing-comma':
      'Nothing follows this comma, so the file is not valid JSON and Claude Code does not load the plugin.',
    'missing-comma':
      'A comma is missing before `{text}`, so the file is not valid JSON and Claude Code does not load the plugin.',
    comment: 'JSON has no comments, so Claude Code does not load the plugin. Remove the comment.',
    'unclosed-string':
      'This string has no closing quote, so the file is not valid JSON and Claude Code does not load the plugin.',
    'ends-early': 'The file ends before every bracket is closed, so Claude Code does not load the plugin.',
    unexpected: '`{text}` is not valid JSON here, so Claude Code does not load the plugin.',
    'not-an-object': 'The manifest must be an object `{…}`. Claude Code does not load the plugin.',
  },
  examples: {
    invalid: [
      {
        message: 'trailing-comma',
        text: '{\n  "name": "kit"⟦,⟧\n}\n',
        fixed: '{\n  "name": "kit"\n}\n',
      },
      {
        message: 'missing-comma',
        text: '{\n  "name": "kit"\n  ⟦"version"⟧: "1.0.0"\n}\n',
        fixed: '{\n  "name": "kit",\n  "version": "1.0.0"\n}\n',
      },
      {
        message: 'comment',
        text: '{\n  "name": "kit" ⟦// ours⟧\n}\n',
        fixed: '{\n  "name": "kit" \n}\n',
      },
      { message: 'unclosed-string', text: '{\n  "name": ⟦"kit⟧\n}\n' },
      { message: 'ends-early', text: '{\n  "name": "kit⟦"⟧\n' },
      { message: 'unexpected', text: "{ ⟦'name'⟧: 'kit' }\n" },
      { message: 'not-an-object', text: '⟦["kit"]⟧\n' },
    ],
    valid: [{ text: '{ "name": "kit" }\n' }, { text: '\uFEFF{ "name": "kit" }\n' }],
  },
  check({ document, manifest, report }) {
    const { fault, root, text } = document;
    if (fault) {
      const shown = slice(text, fault.span).split(/[\r\n]/, 1)[0] ?? '';
      const values = { text: shown.slice(0, LONGEST_SHOWN) };
      report(fault.kind, fault.span, { values, fixes: [fixOf(document, fault)] });
    } else if (root && !manifest.root) report('not-an-object', root.span);
  },
});

function fixOf(document: JsonDocument, { kind, span }: JsonFault): Fix | undefined {
  if (kind === 'trailing-comma') return { title: 'Remove the comma', kind: 'safe', edits: [replace(span, '')] };
  if (kind === 'comment') return { title: 'Remove the comment', kind: 'suggestion', edits: [replace(span, '')] };
  if (kind !== 'missing-comma') return undefined;
  const at = document.text.slice(0, span.start).trimEnd().length;
  const edit = replace({ start: at, end: at }, ',');
  const isEnough = parseJsonDocument(document.uri, applyEdits(document.text, [edit])).fault === null;
  return { title: 'Insert a comma', kind: isEnough ? 'safe' : 'suggestion', edits: [edit] };
}
