// What completion answers at a cursor: names, keys, values, and snippets. Also decides when to stay silent because the user
// is about to type something else.
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { type CursorPlace, cursorPlace } from '../model/cursor.ts';
import type { AgentDocument } from '../model/document.ts';
import type { LoadScope } from '../runtimes/indexed.ts';
import { type CompletionOptions, completion } from './completion.ts';
import { nameItems } from './nameCompletion.ts';
import { snippetItems } from './snippetCompletion.ts';
import { snippetVariables } from './snippets/variables.ts';
import type { Surroundings } from './target.ts';
import type { Trigger } from './trigger.ts';

export interface ListRequest extends Omit<CompletionOptions, 'variables'> {
  /** The editor itself completes anchors. */
  readonly ownHeadings: boolean;
  /** `yyyy-mm-dd` */
  readonly today: string;
}

export interface OfferedItems {
  readonly items: CompletionItem[];
  /** The client must ask again as the user types. */
  readonly isIncomplete: boolean;
}

const NOTHING: OfferedItems = { items: [], isIncomplete: false };

export function completionList(
  around: Surroundings & { readonly scope: LoadScope },
  offset: number,
  request: ListRequest,
): OfferedItems {
  const { document, scope } = around;
  const { trigger, snippets } = request;
  const place = cursorPlace(document.text, offset);
  if (mayGoOnBelow(place, trigger)) return NOTHING;
  const variables = snippetVariables(document.uri, request.today);
  const names = nameItems(around, offset, request);
  const items = names ?? [
    ...completion(document, offset, { ...request, variables }),
    ...snippetItems(document, offset, { scope, trigger, variables, tabStops: snippets }),
  ];
  const isSnippet = ({ kind }: CompletionItem): boolean => kind === CompletionItemKind.Snippet;
  if (place?.in === 'key') return { items, isIncomplete: items.some(isSnippet) };
  // A fully typed value is finished: with the list still open, Enter would not start a new line.
  if (trigger.kind === 'again' && items.some((item) => !isSnippet(item) && isWritten(document, item, offset)))
    return NOTHING;
  return { items, isIncomplete: items.length > 0 };
}

/** For a file that is not an agent yet: the whole agents it may become. */
export function beginningList(document: AgentDocument, offset: number, request: ListRequest): OfferedItems {
  const { trigger, snippets: tabStops } = request;
  if (document.frontMatter.state !== 'missing') return NOTHING;
  const variables = snippetVariables(document.uri, request.today);
  const items = snippetItems(document, offset, { scope: 'plugin', trigger, variables, tabStops });
  return { items, isIncomplete: items.length > 0 };
}

/** Fields whose values often go on the lines below, in which case Enter follows the colon. */
const LISTS: ReadonlySet<string> = new Set(['tools', 'disallowedTools', 'skills', 'mcpServers']);

function mayGoOnBelow(place: CursorPlace | null, { character }: Trigger): boolean {
  return character === ':' && place?.in === 'value' && place.path.length === 1 && LISTS.has(place.key);
}

function isWritten(document: AgentDocument, { label, textEdit }: CompletionItem, offset: number): boolean {
  if (!textEdit || !('range' in textEdit)) return false;
  return document.text.slice(document.lines.offsetAt(textEdit.range.start), offset).trimStart() === label;
}
