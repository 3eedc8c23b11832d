// `agentwright card`: the card of an agent as a page. A separate bundle, because nothing else here needs Markdown.
import { createCard } from '../card/card.ts';
import { cardPage } from '../card/page.ts';
import type { AgentDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import type { IndexedReport } from '../runtimes/indexed.ts';

export function renderCardPage(document: AgentDocument, load: IndexedReport, problems: readonly Problem[]): string {
  return cardPage(createCard(document, load, problems));
}
