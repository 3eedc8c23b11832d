// All snippets, and the file of them that VS Code's own commands read.
import { indexed, runtimes } from '../../runtimes/registry.ts';
import { frontMatterParts } from './frontMatterParts.ts';
import { sections } from './sections.ts';
import type { Snippet } from './snippet.ts';
import { templatesFor } from './templates.ts';
import { wholeAgents } from './wholeAgents.ts';

export { frontMatterParts, sections, wholeAgents };

export const snippets: readonly Snippet[] = [...wholeAgents, ...sections, ...frontMatterParts];

/**
 * The content of client/snippets/agent.json, for the command *Insert Snippet*. The entries have no prefix: VS Code would
 * offer them at every word that is spelled like one. By place they are offered by completion.
 */
export function renderSnippets(): string {
  const entries = [...snippets, ...othersTemplates()].map(({ title, description, body }) => [
    title,
    { description, body },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** The command does not know whose file it is in, so these say whom they are for. */
function othersTemplates(): Snippet[] {
  const others = runtimes.filter(({ id }) => id !== indexed.id);
  return others.flatMap((runtime) =>
    templatesFor(runtime).map((template) => ({ ...template, title: `${runtime.label}: ${template.title}` })),
  );
}
