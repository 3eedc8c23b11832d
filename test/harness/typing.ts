// An editor as far as completion goes: when VS Code asks, what it shows of the answer, and what Enter and Tab take.
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { COMPLETION_TRIGGERS } from '../../server/src/features/completion.ts';
import { completionList, type OfferedItems } from '../../server/src/features/completionList.ts';
import { plainSnippet } from '../../server/src/features/snippets/snippet.ts';
import { ASKED, type Trigger } from '../../server/src/features/trigger.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import type { LoadScope } from '../../server/src/runtimes/indexed.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';
import { createLineIndex } from '../../server/src/util/text.ts';
import { uriOf } from './fakeFiles.ts';
import { type OpenWorkspace, openWorkspace } from './openWorkspace.ts';

const CURSOR = '█';

export interface TypingOptions {
  /** The file, relative to the workspace folder. */
  readonly path?: string;
  readonly scope?: LoadScope;
  /** Asks at every letter, as VS Code does in `chatagent` and not in `markdown`. */
  readonly quickSuggestions?: boolean;
  /** Other files of the workspace. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface TypingEditor {
  /** The text, with the cursor in it. */
  readonly shown: string;
  /** The labels in the list that is open, the selected one first. */
  readonly list: readonly string[];
  /** Characters one by one; `\n` is the Enter key, `\t` the Tab key, which writes two spaces. */
  type(keys: string): void;
  /** Asks for the list, as Ctrl+Space does. */
  ask(): void;
  /** Closes the list. */
  escape(): void;
}

export async function openTyping(marked: string, options: TypingOptions = {}): Promise<TypingEditor> {
  const workspace = await workspaceOf(options.files ?? {});
  return new Typing(marked, uriOf(options.path ?? '.claude/agents/letter-writer.md'), workspace, options);
}

const workspaces = new Map<string, Promise<OpenWorkspace>>();

/** Read once for all tests that have the same neighbours. */
function workspaceOf(files: Readonly<Record<string, string>>): Promise<OpenWorkspace> {
  const key = JSON.stringify(files);
  const known = workspaces.get(key) ?? openWorkspace(files);
  workspaces.set(key, known);
  return known;
}

class Typing implements TypingEditor {
  private text: string;
  private offset: number;
  private answer: OfferedItems | null = null;
  private readonly uri: string;
  private readonly workspace: OpenWorkspace;
  private readonly options: TypingOptions;

  constructor(marked: string, uri: string, workspace: OpenWorkspace, options: TypingOptions) {
    this.offset = marked.indexOf(CURSOR);
    if (this.offset < 0) throw new Error(`a text has a cursor ${CURSOR}`);
    this.text = marked.replace(CURSOR, '');
    this.uri = uri;
    this.workspace = workspace;
    this.options = options;
  }

  get shown(): string {
    return this.text.slice(0, this.offset) + CURSOR + this.text.slice(this.offset);
  }

  get list(): readonly string[] {
    return this.visible().map(({ label }) => label);
  }

  ask(): void {
    this.request(ASKED);
  }

  escape(): void {
    this.answer = null;
  }

  type(keys: string): void {
    for (const key of keys) this.press(key);
  }

  private press(key: string): void {
    const [selected] = this.visible();
    if (selected && (key === '\n' || key === '\t')) {
      this.take(selected);
      return;
    }
    const written = key === '\t' ? '  ' : key;
    this.replace(this.offset, this.offset, written);
    this.askAfter(key);
  }

  private askAfter(key: string): void {
    const wasOpen = this.answer !== null;
    if (COMPLETION_TRIGGERS.includes(key)) this.request({ kind: 'character', character: key });
    else if (!/\w/.test(key)) this.answer = null;
    else if (this.answer?.isIncomplete) this.request({ kind: 'again' });
    if (this.visible().length > 0) return;
    this.answer = null;
    if (!wasOpen && this.options.quickSuggestions === true && /\w/.test(key)) this.request(ASKED);
  }

  private request(trigger: Trigger): void {
    const { scope = 'project' } = this.options;
    const document = parseDocument(this.uri, this.text);
    const around = {
      document,
      load: claudeCode.load(document, { scope }),
      index: this.workspace.workspace.index,
      scope,
    };
    this.answer = completionList(around, this.offset, {
      trigger,
      clientCompletes: new Set(),
      ownHeadings: false,
      snippets: true,
      today: '2026-11-21',
    });
  }

  /** What matches what is written, in the order of the list. */
  private visible(): CompletionItem[] {
    const inOrder = [...(this.answer?.items ?? [])].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    return inOrder.filter((item) => {
      const written = this.text.slice(this.startOf(item), this.offset).trimStart();
      return isSubsequence(written.toLowerCase(), (item.filterText ?? item.label).toLowerCase());
    });
  }

  private startOf({ textEdit }: CompletionItem): number {
    return createLineIndex(this.text).offsetAt((textEdit as TextEdit).range.start);
  }

  private take(item: CompletionItem): void {
    const { newText } = item.textEdit as TextEdit;
    const lines = createLineIndex(this.text);
    const more = (item.additionalTextEdits ?? []).map(({ range, newText: added }) => {
      return { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), added };
    });
    this.replace(this.startOf(item), this.offset, item.insertTextFormat === 2 ? plainSnippet(newText) : newText);
    // All of them lie above.
    for (const { start, end, added } of more) {
      this.text = this.text.slice(0, start) + added + this.text.slice(end);
      this.offset += added.length - (end - start);
    }
    this.answer = null;
  }

  private replace(start: number, end: number, text: string): void {
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    this.offset = start + text.length;
  }
}

function keyOf({ sortText, label }: CompletionItem): string {
  return sortText ?? label;
}

function isSubsequence(part: string, whole: string): boolean {
  let at = -1;
  return [...part].every((character) => {
    at = whole.indexOf(character, at + 1);
    return at >= 0;
  });
}
