// Go to definition and peek: from a name to its declaration, from a link to its file.
import type { LocationLink, Range } from 'vscode-languageserver-types';
import { TEXT_START } from '../util/text.ts';
import { linkCandidates } from '../workspace/folders.ts';
import type { FileSystem } from '../workspace/host.ts';
import { toRange } from './range.ts';
import { type Surroundings, targetAt } from './target.ts';

export interface FileContext {
  readonly files: FileSystem;
  readonly folders: readonly string[];
}

export interface DefinitionContext extends FileContext {
  /** The editor itself resolves headings. */
  readonly ownHeadings?: boolean;
}

export async function definition(
  around: Surroundings,
  offset: number,
  { ownHeadings = false, ...context }: DefinitionContext,
): Promise<LocationLink[]> {
  const { document } = around;
  const target = targetAt(around, offset);
  if (!target) return [];
  const link = (targetUri: string, range: Range): LocationLink => ({
    originSelectionRange: toRange(document, target.span),
    targetUri,
    targetRange: range,
    targetSelectionRange: range,
  });
  switch (target.kind) {
    case 'agent':
      return [link(target.agent.uri, target.agent.nameRange)];
    case 'skill':
      return target.skills.map(({ uri }) => link(uri, TEXT_START));
    case 'server':
      return target.servers.map(({ uri, range }) => link(uri, range));
    case 'heading':
      return ownHeadings ? [] : [link(document.uri, toRange(document, target.heading.textSpan))];
    case 'file': {
      const uri = await existingFile(document.uri, target.path, context);
      return uri === null ? [] : [link(uri, TEXT_START)];
    }
  }
}

/** The nearest file a path may mean: next to the document, then in each parent folder. Null if there is none. */
export async function existingFile(uri: string, path: string, { files, folders }: FileContext): Promise<string | null> {
  const candidates = linkCandidates(uri, path, folders);
  const kinds = await Promise.all(candidates.map((candidate) => files.stat(candidate)));
  return candidates.find((_, at) => kinds[at] === 'file') ?? null;
}
