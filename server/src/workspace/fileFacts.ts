// What is known about other files: which links lead somewhere, which folders are plugins. Looked up once, answered at
// once from then on, so that analysing a document never waits for the disk.
import type { FileView } from '../rules/rule.ts';
import type { FileSystem } from './host.ts';

/** Folders above a file in which a link target is looked for, where no workspace folder ends the climb sooner. */
const MAX_CLIMB = 8;

export interface FileFacts extends FileView {
  isPluginRoot(folderUri: string): boolean;
  /** True while something was asked for that has not been looked up. */
  hasOpenQuestions(): boolean;
  /** Looks up everything asked for; true where that may change an answer. */
  answerQuestions(): Promise<boolean>;
  /** Forgets everything, for when files have changed. */
  forget(): void;
  setWorkspaceFolders(uris: readonly string[]): void;
}

export function createFileFacts(files: FileSystem): FileFacts {
  const known = new Map<string, boolean>();
  const questions = new Set<string>();
  let folders: readonly string[] = [];

  function ask(uri: string): boolean | undefined {
    const answer = known.get(uri);
    if (answer === undefined) questions.add(uri);
    return answer;
  }

  return {
    linkTarget(documentUri, target) {
      const answers = candidates(documentUri, target, folders).map(ask);
      if (answers.includes(true)) return 'exists';
      return answers.includes(undefined) ? 'unknown' : 'missing';
    },
    isPluginRoot(folderUri) {
      return ask(`${folderUri}/.claude-plugin`) ?? false;
    },
    hasOpenQuestions: () => questions.size > 0,
    async answerQuestions() {
      const open = [...questions];
      questions.clear();
      const answers = await Promise.all(open.map((uri) => files.stat(uri).catch(() => null)));
      for (const [index, uri] of open.entries()) known.set(uri, answers[index] !== null);
      return open.length > 0;
    },
    forget() {
      known.clear();
      questions.clear();
    },
    setWorkspaceFolders(uris) {
      folders = uris.map((uri) => uri.replace(/\/$/, ''));
      known.clear();
    },
  };
}

/** URIs a relative link may mean: beside the file, then in each folder above, up to the workspace folder. */
function candidates(documentUri: string, target: string, folders: readonly string[]): string[] {
  const schemeEnd = documentUri.indexOf('://') + 3;
  const authorityEnd = documentUri.indexOf('/', schemeEnd);
  if (schemeEnd < 3 || authorityEnd < 0) return [];
  const origin = documentUri.slice(0, authorityEnd);
  const segments = documentUri
    .slice(authorityEnd + 1)
    .split('/')
    .slice(0, -1);
  const top = folders.find((folder) => documentUri.startsWith(`${folder}/`));
  const topDepth = top === undefined ? Math.max(0, segments.length - MAX_CLIMB) : depthOf(top, authorityEnd);
  const relative = target.replace(/^\/+/, '');
  const found: string[] = [];
  for (let depth = segments.length; depth >= topDepth; depth--) {
    const resolved = resolveSegments(segments.slice(0, depth), relative.split('/').map(encodeURIComponent));
    if (resolved) found.push(`${origin}/${resolved.join('/')}`);
  }
  return found;
}

function depthOf(folder: string, authorityEnd: number): number {
  return folder
    .slice(authorityEnd + 1)
    .split('/')
    .filter((segment) => segment !== '').length;
}

function resolveSegments(base: readonly string[], relative: readonly string[]): string[] | null {
  const result = [...base];
  for (const segment of relative) {
    if (segment === '..') {
      if (result.length === 0) return null;
      result.pop();
    } else if (segment !== '.' && segment !== '') {
      result.push(segment);
    }
  }
  return result;
}
