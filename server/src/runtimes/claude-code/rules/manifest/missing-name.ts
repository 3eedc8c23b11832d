// manifest/missing-name: the manifest of a plugin has no `name`.

import { prependProperty } from '../../../../model/jsonEdits.ts';
import { replace } from '../../../../rules/edits.ts';
import { measuredOnProjects } from '../../evidence.ts';
import { braceOf, NOT_IN_NAMES } from '../../manifest.ts';
import { defineManifestRule } from '../manifestRule.ts';

export default defineManifestRule({
  code: 'manifest/missing-name',
  severity: 'error',
  summary: 'The manifest of a plugin has no `name`.',
  rationale:
    'A manifest is optional, but a manifest without a `name` keeps the whole plugin from loading. The name becomes the prefix of everything in the plugin: agent `tester` of plugin `kit` is `kit:tester`.',
  evidence: [measuredOnProjects('"Validation errors: name: Invalid input: expected string, received undefined"')],
  messages: {
    missing: 'The manifest has no `name`, so Claude Code does not load the plugin.',
    'wrong-case':
      'The key is `name`, in lower case. Claude Code does not read `{key}`, so it does not load the plugin.',
  },
  examples: {
    invalid: [
      {
        message: 'missing',
        text: '⟦{⟧\n  "version": "1.0.0"\n}\n',
        fixed: '{\n  "name": "kit",\n  "version": "1.0.0"\n}\n',
      },
      { message: 'wrong-case', text: '{ ⟦"Name"⟧: "kit" }\n', fixed: '{ "name": "kit" }\n' },
    ],
    valid: [{ text: '{ "name": "kit" }\n' }, { text: '{ "name": 3 }\n' }],
  },
  check({ document, manifest: { root, nameFault }, plugin: { folderName }, report }) {
    if (!root || nameFault !== 'missing') return;
    const lookAlike = root.properties.find(({ key }) => key.toLowerCase() === 'name');
    if (lookAlike) {
      const edits = [replace(lookAlike.keySpan, '"name"')];
      const fixes = [{ title: 'Change to `name`', kind: 'safe', edits } as const];
      report('wrong-case', lookAlike.keySpan, { values: { key: lookAlike.key }, fixes });
      return;
    }
    const isUsable = folderName !== '' && !NOT_IN_NAMES.test(folderName);
    const edits = [prependProperty(document, root, 'name', folderName)];
    const fix = { title: `Insert \`"name": "${folderName}"\``, kind: 'suggestion', edits } as const;
    report('missing', braceOf(root), { fixes: [isUsable ? fix : undefined] });
  },
});
