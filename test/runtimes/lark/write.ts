// An agent as a file of Lark.
import type { AgentMeaning, WriteOptions, Written } from '../../../server/src/runtimes/meaning.ts';
import { isCanonical } from '../../../server/src/runtimes/shared/toolNames.ts';
import { descriptionOr, fileNameOf, writtenAgent } from '../../../server/src/runtimes/shared/writeAgent.ts';
import { LARK_TOOLS } from './tools.ts';

export function write(meaning: AgentMeaning, { model, stem }: WriteOptions): Written {
  const { allowed } = meaning.tools;
  const fields = {
    role: descriptionOr(meaning),
    instruments:
      allowed === 'all'
        ? undefined
        : allowed.flatMap((tool) => (isCanonical(tool) ? (LARK_TOOLS.own(tool) ?? []) : [])),
    voice: model,
  };
  return writtenAgent(fields, meaning.prompt, `${fileNameOf(meaning.name, stem)}.md`);
}
