// What happens in a runtime of the OpenCode kind for each cause its loader reports.
import type { Runtime } from '../../runtime.ts';

export function createWords(label: string): Runtime['words'] {
  const wrong = `\`{key}\` must be {expected}, so ${label} {result}.`;
  return {
    'no-front-matter': `This file does not start with front matter, so ${label} takes all of it as the prompt. The agent has every tool.`,
    'unclosed-front-matter': `The front matter is never closed, so ${label} {result}. Add a line \`---\` after it.`,
    'unreadable-yaml': `${label} cannot read the YAML ({message}), so it {result}.`,
    'repaired-yaml': `${label} reads this value only when it first loads the file; after that, the whole file becomes the prompt, without any restriction. Put the value in quotes.`,
    'not-a-mapping': `The front matter is not a mapping of keys to values, so ${label} uses none of it. The agent has every tool.`,
    'executed-front-matter': `${label} runs this front matter as JavaScript as soon as it loads the file. Remove the word after \`---\` and write YAML.`,
    'invalid-name': wrong,
    'taken-name': `${label} already has an agent \`{value}\`, so this file changes that agent instead of adding one.`,
    'missing-description': `\`description\` is missing. ${label} loads the agent, but other agents cannot tell when to start it.`,
    'invalid-description': wrong,
    'wrong-type': wrong,
    'invalid-value': wrong,
    'missing-key': `\`{key}\` is missing, so ${label} {result}.`,
    'unusable-model': `${label} reads \`{value}\` as a provider and finds no model. Write {expected}, such as \`anthropic/claude-sonnet-4-5\`.`,
    'unknown-key': `${label} does not know \`{key}\` and sends it to the provider of the model.`,
    'unknown-tool': `No permission is called \`{value}\`, so this rule has no effect in ${label}.`,
    disabled: `\`{key}\` turns this agent off, so ${label} does not load it.`,
    'unused-key': `\`{key}\` has no effect in ${label}: {why}.`,
    'overridden-rule': `The later rule \`{by}\` overrides this one: ${label} uses the last rule that matches. Put this rule after it.`,
    'wrong-place': `${label} reads no agents from here. Files in a folder of modes must lie directly in it.`,
    'wrong-file-name': `${label} reads only files whose names end with \`.md\`.`,
  };
}
