// What the answer of an agent must contain, as a section of its prompt, for runtimes that read no contract.
import { type Contract, readContract, sectionLabel } from '../formats/ring/contract.ts';
import type { AgentDocument } from '../model/document.ts';
import type { AgentMeaning } from '../runtimes/meaning.ts';
import { indexed } from '../runtimes/registry.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import type { Loss } from './loss.ts';

const FIELD = 'output_schema';

/** Null where the agent has no contract. */
export function contractInPrompt(
  meaning: AgentMeaning,
  document: AgentDocument,
  from: Runtime,
): { readonly meaning: AgentMeaning; readonly losses: readonly Loss[] } | null {
  if (from.id !== indexed.id) return null;
  const contract = readContract(indexed.load(document, { scope: 'project' }));
  if (!contract || contract.sections.length === 0) return null;
  const message = `\`${FIELD}\` becomes a section of the prompt, which the agent follows and nothing checks.`;
  return {
    meaning: {
      ...meaning,
      prompt: `${meaning.prompt}\n\n${sectionOf(contract)}`.trim(),
      rest: meaning.rest.filter(({ field }) => field !== FIELD),
    },
    losses: [{ about: `rest.${FIELD}`, field: FIELD, value: null, how: 'moved-to-prompt', wider: false, message }],
  };
}

function sectionOf({ sections, verdictValues }: Contract): string {
  const items = sections.map((section) => {
    const when = section.requiredWhen ? ' (only in some cases)' : section.required ? '' : ' (optional)';
    return `- ${sectionLabel(section)}${when}`;
  });
  const verdicts = verdictValues?.values.map(({ text }) => text) ?? [];
  return [
    '## Output format',
    '',
    'Answer in Markdown, with a heading for each of these sections, in this order:',
    '',
    ...items,
    ...(verdicts.length > 0 ? ['', `The verdict is one of ${verdicts.join(', ')}.`] : []),
  ].join('\n');
}
