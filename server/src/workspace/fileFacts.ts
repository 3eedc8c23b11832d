// What is known about other files: which links lead somewhere, which folders are plugins, how the project is
// configured. Looked up once, answered at once from then on, so that analysing a document never waits for the disk.
import { CONFIG_FILE, type Config, type ConfigReading, EMPTY_CONFIG, readConfig } from '../lint/config.ts';
import type { FileView } from '../rules/rule.ts';
import { foldersAbove, linkCandidates } from './folders.ts';
import type { FileKind, FileSystem } from './host.ts';
import type { KindOf } from './pluginView.ts';

export interface FileFacts extends FileView {
  /** What lies at a URI. */
  readonly kindOf: KindOf;
  isPluginRoot(folderUri: string): boolean;
  /** The configuration nearest above a document. */
  configFor(documentUri: string): Config;
  /** The file a document is configured by, or where one would be made: in its workspace folder. Null outside of any. */
  configPlace(documentUri: string): { readonly uri: string; readonly text: string | null } | null;
  /** The configuration files seen so far, as read. */
  configs(): ReadonlyMap<string, ConfigReading & { readonly text: string }>;
  /** True while something was asked for that has not been looked up. */
  hasOpenQuestions(): boolean;
  /** Looks up everything asked for. */
  answerQuestions(): Promise<void>;
  /** Forgets everything, for when files have changed. */
  forget(): void;
  setWorkspaceFolders(uris: readonly string[]): void;
}

export function createFileFacts(files: FileSystem, ruleCodes: ReadonlySet<string>): FileFacts {
  /** Null where nothing is there. */
  const kinds = new Map<string, FileKind | null>();
  const texts = new Map<string, string | null>();
  const configs = new Map<string, ConfigReading & { text: string }>();
  const questions = { kind: new Set<string>(), text: new Set<string>() };
  let folders: readonly string[] = [];

  function kindOf(uri: string): FileKind | 'missing' | 'unknown' {
    const answer = kinds.get(uri);
    if (answer === undefined) questions.kind.add(uri);
    return answer === undefined ? 'unknown' : (answer ?? 'missing');
  }

  function textOf(uri: string): string | null {
    const answer = texts.get(uri);
    if (answer === undefined) questions.text.add(uri);
    return answer ?? null;
  }

  function configAt(folder: string): Config | undefined {
    const uri = `${folder}/${CONFIG_FILE}`;
    const text = textOf(uri);
    if (text === null) return undefined;
    const reading = configs.get(uri) ?? { ...readConfig(text, folder, ruleCodes), text };
    configs.set(uri, reading);
    return reading.config;
  }

  function forget(): void {
    kinds.clear();
    texts.clear();
    configs.clear();
    questions.kind.clear();
    questions.text.clear();
  }

  return {
    linkTarget(documentUri, target) {
      const answers = linkCandidates(documentUri, target, folders).map(kindOf);
      if (answers.some((kind) => kind !== 'unknown' && kind !== 'missing')) return 'exists';
      return answers.includes('unknown') ? 'unknown' : 'missing';
    },
    kindOf,
    isPluginRoot: (folderUri) => !['unknown', 'missing'].includes(kindOf(`${folderUri}/.claude-plugin`)),
    configFor(documentUri) {
      // All are asked for at once, so that one round of answers is enough.
      const found = foldersAbove(documentUri, folders).map(configAt);
      return found.find((config) => config !== undefined) ?? EMPTY_CONFIG;
    },
    configPlace(documentUri) {
      const above = foldersAbove(documentUri, folders).map((folder) => `${folder}/${CONFIG_FILE}`);
      const nearest = above.find((uri) => texts.get(uri) !== undefined && texts.get(uri) !== null);
      if (nearest !== undefined) return { uri: nearest, text: texts.get(nearest) ?? null };
      const folder = folders.find((each) => documentUri.startsWith(`${each}/`));
      return folder === undefined ? null : { uri: `${folder}/${CONFIG_FILE}`, text: null };
    },
    configs: () => configs,
    hasOpenQuestions: () => questions.kind.size + questions.text.size > 0,
    async answerQuestions() {
      const open = { kind: [...questions.kind], text: [...questions.text] };
      questions.kind.clear();
      questions.text.clear();
      const looks = open.kind.map(async (uri) => {
        kinds.set(uri, await files.stat(uri).catch(() => null));
      });
      const contents = open.text.map(async (uri) => {
        texts.set(uri, await files.read(uri).catch(() => null));
      });
      await Promise.all([...looks, ...contents]);
    },
    forget,
    setWorkspaceFolders(uris) {
      folders = uris.map((uri) => uri.replace(/\/$/, ''));
      forget();
    },
  };
}
