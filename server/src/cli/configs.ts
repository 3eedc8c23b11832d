// The configuration of each file: the nearest `.agentwright.json` in its parent folders.
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { rules } from '../lint/allRules.ts';
import { CONFIG_FILE, type Config, EMPTY_CONFIG, readConfig } from '../lint/config.ts';
import { createLineIndex } from '../util/text.ts';

export interface Configs {
  of(absolutePath: string): Config;
}

const RULE_CODES: ReadonlySet<string> = new Set(rules.map(({ code }) => code));

/** `complain` receives a sentence for everything in a configuration file that cannot be used. */
export function createConfigs(workingDirectory: string, complain: (sentence: string) => void): Configs {
  const byFolder = new Map<string, Config | null>();

  function configAt(folder: string): Config | null {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const found = read(folder) ?? (dirname(folder) === folder ? null : configAt(dirname(folder)));
    byFolder.set(folder, found);
    return found;
  }

  function read(folder: string): Config | null {
    const path = join(folder, CONFIG_FILE);
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOENT') complain(`${path}: cannot be read and is ignored.`);
      return null;
    }
    const { config, complaints } = readConfig(text, folder, RULE_CODES);
    const lines = createLineIndex(text);
    for (const { message, span } of complaints) {
      const { line, character } = lines.positionAt(span.start);
      complain(`${relative(workingDirectory, path) || path}:${line + 1}:${character + 1}: ${message}`);
    }
    return config;
  }

  return { of: (absolutePath) => configAt(dirname(absolutePath)) ?? EMPTY_CONFIG };
}
