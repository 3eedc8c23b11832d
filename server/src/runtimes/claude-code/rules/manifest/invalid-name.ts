// manifest/invalid-name: a plugin's name that Claude Code refuses.

import { propertyOf } from '../../../../model/json.ts';
import { replace } from '../../../../rules/edits.ts';
import { characterName } from '../../../../util/characters.ts';
import { measuredOnProjects } from '../../evidence.ts';
import { NOT_IN_NAMES } from '../../manifest.ts';
import { defineManifestRule } from '../manifestRule.ts';

export default defineManifestRule({
  code: 'manifest/invalid-name',
  severity: 'error',
  summary: 'A plugin name that Claude Code rejects.',
  rationale:
    'The name must be a nonempty string without spaces, `@`, `:`, `/`, `\\` or invisible characters. Otherwise the whole plugin does not load. The convention is lowercase words joined by hyphens.',
  evidence: [
    measuredOnProjects('"Plugin name cannot contain spaces", "cannot be empty", "must not contain ”@”, ”:” …"'),
    measuredOnProjects('upper case, dots, a leading hyphen, emoji and names of 300 characters are accepted'),
  ],
  messages: {
    'not-a-string': 'The name must be a string, so Claude Code does not load the plugin.',
    empty: 'The name is empty, so Claude Code does not load the plugin.',
    character: 'A plugin name must not contain {character}, so Claude Code does not load the plugin.',
  },
  examples: {
    invalid: [
      { message: 'not-a-string', text: '{ "name": ⟦3⟧ }\n' },
      { message: 'empty', text: '{ "name": ⟦""⟧ }\n' },
      { message: 'character', text: '{ "name": ⟦"my kit"⟧ }\n', fixed: '{ "name": "my-kit" }\n' },
      { message: 'character', text: '{ "name": ⟦"tools:kit"⟧ }\n', fixed: '{ "name": "tools-kit" }\n' },
    ],
    valid: [{ text: '{ "name": "kit" }\n' }, { text: '{ "name": "My.Kit_2" }\n' }, { text: '{}\n' }],
  },
  check({ manifest: { root, nameFault }, report }) {
    const name = propertyOf(root, 'name')?.value;
    if (!name || nameFault === null || nameFault === 'missing') return;
    if (nameFault !== 'character' || name.kind !== 'scalar') {
      report(nameFault === 'empty' ? 'empty' : 'not-a-string', name.span);
      return;
    }
    const written = String(name.value);
    const fault = NOT_IN_NAMES.exec(written)?.[0] ?? '';
    const better = written
      .split(new RegExp(NOT_IN_NAMES, 'gu'))
      .filter((part) => part !== '')
      .join('-');
    const edits = [replace(name.span, JSON.stringify(better))];
    const fix = { title: `Change to \`${better}\``, kind: 'suggestion', edits } as const;
    const values = { character: shown(fault) };
    report('character', name.span, { values, fixes: [better === '' ? undefined : fix] });
  },
});

function shown(character: string): string {
  if (character === ' ') return 'spaces';
  return /[@:/\\]/.test(character) ? `\`${character}\`` : characterName(character.codePointAt(0) ?? 0);
}
