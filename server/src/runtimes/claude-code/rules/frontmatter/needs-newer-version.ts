// Reports fields and values that the configured runtime version does not know yet.

import { scalarOf } from '../../../../model/yaml.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { compareVersions } from '../../../../util/version.ts';
import { documented } from '../../evidence.ts';

const HEAD = '---\nname: reviewer\ndescription: Reviews code\n';

export default defineRule({
  code: 'frontmatter/needs-newer-version',
  severity: 'warning',
  summary: 'The configured version of Claude Code does not know this field or value yet.',
  rationale:
    'Older versions silently ignore what they do not know. Set the version your agents must support in the setting `agentwright.claudeCode.version`, or as `claudeCodeVersion` in `.agentwright.json`. Otherwise Agentwright assumes the newest known version, and this rule reports nothing.',
  evidence: [documented('the versions that introduced each field')],
  messages: {
    field: '`{key}` requires Claude Code {since} or newer; {version} ignores it.',
    value: '`{key}: {value}` requires Claude Code {since} or newer; {version} ignores it.',
  },
  examples: {
    invalid: [
      { message: 'field', version: '2.1.200', text: `${HEAD}⟦omitClaudeMd⟧: true\n---\nReview.\n` },
      { message: 'value', version: '2.1.100', text: `${HEAD}permissionMode: ⟦manual⟧\n---\nReview.\n` },
    ],
    valid: [
      { text: `${HEAD}omitClaudeMd: true\n---\nReview.\n` },
      { version: '2.1.300', text: `${HEAD}omitClaudeMd: true\npermissionMode: manual\n---\nReview.\n` },
    ],
  },
  check({ runtime, scope, load, environment, report }) {
    const version = environment.runtimeVersion;
    if (version === undefined) return;
    const isNewer = (since: string | undefined): since is string =>
      since !== undefined && compareVersions(since, version) > 0;
    for (const { key, keySpan, value, valueSpan, overridden } of load.reading.entries) {
      const field = runtime.fields.get(key);
      if (!field || overridden || field.ignoredIn?.includes(scope)) continue;
      const written = String(scalarOf(value)?.value);
      const since = field.values?.find((candidate) => candidate.value === written)?.since;
      if (isNewer(field.since)) report('field', keySpan, { values: { key, since: field.since, version } });
      else if (isNewer(since)) report('value', valueSpan, { values: { key, value: written, since, version } });
    }
  },
});
