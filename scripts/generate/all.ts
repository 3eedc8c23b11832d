// All generated files, and which of them on disk are stale.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderCardStyle } from '../../server/src/card/styleModule.ts';
import { renderSnippets } from '../../server/src/features/snippets/index.ts';
import { repositoryRoot } from '../host/paths.ts';
import { renderConfigFiles } from './configSchema.ts';
import { CONVERSIONS_FOLDER, renderConversions } from './conversions.ts';
import { format } from './format.ts';
import type { GeneratedFile } from './generatedFile.ts';
import { renderGrammar } from './grammar.ts';
import { renderManifest, renderReadme } from './manifest.ts';
import { loadRules } from './ruleFiles.ts';
import { renderRuleIndexes } from './ruleIndex.ts';
import { RULE_PAGES_FOLDER, renderRulePages } from './rulePages.ts';
import { RUNTIME_PAGES_FOLDER, renderRuntimePages } from './runtimePages.ts';
import { renderConfiguration, renderSettingsPage, SETTINGS_PAGE } from './settings.ts';

export const GENERATE_COMMAND = 'npm run generate';
const SNIPPETS = 'client/snippets/agent.json';
const CARD_STYLE_SOURCE = 'client/src/preview/webview/card.css';
const CARD_STYLE = 'server/src/card/generated/style.ts';

export async function generateAll(): Promise<GeneratedFile[]> {
  const rules = [...(await loadRules())];
  const configuration = renderConfiguration('Agentwright', rules);
  return [
    ...renderRuleIndexes(),
    ...renderRulePages(rules),
    ...renderRuntimePages(),
    { path: SETTINGS_PAGE, content: renderSettingsPage(configuration) },
    ...renderConfigFiles(rules),
    ...renderConversions(),
    renderGrammar(),
    renderManifest(configuration),
    ...renderReadme(rules),
    { path: SNIPPETS, content: format(SNIPPETS, renderSnippets()) },
    { path: CARD_STYLE, content: renderCardStyle(readText(join(repositoryRoot, CARD_STYLE_SOURCE)) ?? '') },
  ];
}

export interface Staleness {
  /** Files whose text on disk is not what would be written. */
  readonly stale: readonly string[];
  /** Pages of rules and runtimes, and converted agents, that are gone. */
  readonly leftOver: readonly string[];
}

export function findStale(files: readonly GeneratedFile[], root: string = repositoryRoot): Staleness {
  const stale = files.filter(({ path, content }) => readText(join(root, path)) !== content).map(({ path }) => path);
  const expected = new Set(files.map(({ path }) => path));
  return { stale, leftOver: pagesIn(root).filter((path) => !expected.has(path)) };
}

function pagesIn(root: string): string[] {
  return [RULE_PAGES_FOLDER, RUNTIME_PAGES_FOLDER, CONVERSIONS_FOLDER].flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
  });
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
