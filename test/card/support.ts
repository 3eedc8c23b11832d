// Makes cards out of texts, through the real loader and the real rules.
import { createCard } from '../../server/src/card/card.ts';
import { cardHtml } from '../../server/src/card/html.ts';
import type { CardModel } from '../../server/src/card/model.ts';
import { rules } from '../../server/src/lint/allRules.ts';
import { type LintResult, lint } from '../../server/src/lint/lint.ts';
import { type AgentDocument, parseDocument } from '../../server/src/model/document.ts';
import type { Problem } from '../../server/src/model/problem.ts';
import type { LoadScope } from '../../server/src/runtimes/indexed.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';

export function cardOf(text: string, scope: LoadScope = 'project'): CardModel {
  const { document, load, problems } = linted(text, scope);
  return createCard(document, load, problems);
}

export function problemsOf(text: string): readonly Problem[] {
  return linted(text, 'project').problems;
}

function linted(text: string, scope: LoadScope): LintResult & { readonly document: AgentDocument } {
  const document = parseDocument('file:///workspace/.claude/agents/example.md', text);
  const result = lint(document, {
    runtime: claudeCode,
    scope,
    rules,
    files: { linkTarget: () => 'exists' },
    onRuleError(code, error) {
      throw new Error(`rule ${code} threw`, { cause: error });
    },
  });
  if (!result) throw new Error('cancelled');
  return { document, ...result };
}

export function agent(fields: string, body = 'You review.\n'): string {
  return `---\nname: reviewer\ndescription: Reviews code\n${fields}\n---\n\n${body}`;
}

export function htmlOf(text: string, interactive = true): string {
  return cardHtml(cardOf(text), { interactive });
}

/** What a reader sees: the HTML without its tags. */
export function visibleText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#96;', '`')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
}
