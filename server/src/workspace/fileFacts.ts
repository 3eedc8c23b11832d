// What is known about other files: which links lead somewhere, which folders are plugins, how the project is
// configured. Looked up once, answered at once from then on, so that analysing a document never waits for the disk.
import { CONFIG_FILE, type Config, type ConfigReading, EMPTY_CONFIG, readConfig } from '../lint/config.ts';
import type { FileView } from '../rules/rule.ts';
import { foldersAbove, linkCandidates } from './folders.ts';
import type { FileSystem } from './host.ts';

export interface FileFacts extends FileView {
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
  const existence = new Map<string, boolean>();
  const texts = new Map<string, string | null>();
  const configs = new Map<string, ConfigReading & { text: string }>();
  const questions = { existence: new Set<string>(), text: new Set<string>() };
  let folders: readonly string[] = [];

  function exists(uri: string): boolean | undefined {
    const answer = existence.get(uri);
    if (answer === undefined) questions.existence.add(uri);
    return answer;
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
    existence.clear();
    texts.clear();
    configs.clear();
    questions.existence.clear();
    questions.text.clear();
  }

  return {
    linkTarget(documentUri, target) {
      const answers = linkCandidates(documentUri, target, folders).map(exists);
      if (answers.includes(true)) return 'exists';
      return answers.includes(undefined) ? 'unknown' : 'missing';
    },
    isPluginRoot: (folderUri) => exists(`${folderUri}/.claude-plugin`) ?? false,
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
    hasOpenQuestions: () => questions.existence.size + questions.text.size > 0,
    async answerQuestions() {
      const open = { existence: [...questions.existence], text: [...questions.text] };
      questions.existence.clear();
      questions.text.clear();
      const kinds = open.existence.map(async (uri) => {
        existence.set(uri, (await files.stat(uri).catch(() => null)) !== null);
      });
      const contents = open.text.map(async (uri) => {
        texts.set(uri, await files.read(uri).catch(() => null));
      });
      await Promise.all([...kinds, ...contents]);
    },
    forget,
    setWorkspaceFolders(uris) {
      folders = uris.map((uri) => uri.replace(/\/$/, ''));
      forget();
    },
  };
}
