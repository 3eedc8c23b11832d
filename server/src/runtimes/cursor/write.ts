// An agent as a file of Cursor, by its documentation: all that can be said of its tools is whether it may change anything.
import type { AgentMeaning, WriteOptions, Written } from '../meaning.ts';
import { readModelName, spellModel } from '../shared/modelNames.ts';
import { hasTool } from '../shared/toolNames.ts';
import { fileNameOf, keptFields, slugOf, writtenAgent } from '../shared/writeAgent.ts';
import { CURSOR_MODELS } from './models.ts';

export function write(meaning: AgentMeaning, { model, stem }: WriteOptions): Written {
  const { approval, background } = meaning.settings;
  const name = /^[a-z0-9-]+$/.test(meaning.name)
    ? meaning.name
    : slugOf(meaning.name).replaceAll('_', '-') || slugOf(stem) || 'agent';
  const mayChange = hasTool(meaning.tools, 'write') || hasTool(meaning.tools, 'edit');
  const fields = {
    name,
    description: meaning.description ?? undefined,
    model: model ?? spellModel(meaning, { id: 'cursor', offered: CURSOR_MODELS, read: readModelName }),
    readonly: approval?.value === 'plan' || !mayChange ? true : undefined,
    is_background: background?.value,
    ...keptFields(meaning, 'cursor'),
  };
  return writtenAgent(fields, meaning.prompt, `${fileNameOf(name, stem)}.md`);
}
