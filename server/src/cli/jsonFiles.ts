// The manifests and settings among the files of a command: fixed before agents are read, because they decide which agents
// load and what they can do, and checked afterward, because they name agents.
import { statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fixAll } from '../lint/fix.ts';
import { kindOfEntry } from '../node/host.ts';
import { indexed } from '../runtimes/registry.ts';
import { analyzeJson, type JsonAnalysis } from '../workspace/analyzeJson.ts';
import type { KindOf } from '../workspace/pluginView.ts';
import type { CheckOptions } from './check.ts';
import type { CheckedFile } from './checkedFile.ts';
import type { AgentFile } from './files.ts';
import type { Project } from './project.ts';
import { writeText } from './writeText.ts';

/** The files after fixing; the index knows them. */
export function fixJsonFiles(
  files: readonly AgentFile[],
  project: Project,
  options: CheckOptions,
): readonly AgentFile[] {
  const fixed = options.fix ? files.map((file) => fixJsonFile(file, project, options)) : files;
  for (const { absolutePath, text } of fixed) project.index.setText(pathToFileURL(absolutePath).href, text);
  return fixed;
}

/** Reports list agent files, so a JSON file that was not named is in them only if it has problems. */
export function checkJsonFiles(files: readonly AgentFile[], project: Project, options: CheckOptions): CheckedFile[] {
  return files.flatMap((file): CheckedFile[] => {
    const { document, problems } = analyze(file, file.text, project, options);
    if (problems.length === 0 && !file.named) return [];
    return [{ path: file.path, dialect: indexed.id, text: document.text, lines: document.lines, problems }];
  });
}

function fixJsonFile(file: AgentFile, project: Project, options: CheckOptions): AgentFile {
  const { text } = fixAll(file.text, (current) => analyze(file, current, project, options).problems);
  return text !== file.text && writeText(file, text, options.onNotWritten) ? { ...file, text } : file;
}

function analyze({ absolutePath }: AgentFile, text: string, { index }: Project, options: CheckOptions): JsonAnalysis {
  return analyzeJson(pathToFileURL(absolutePath).href, text, {
    index,
    kindOf,
    config: options.configs.of(absolutePath),
    configPath: absolutePath,
    onRuleError: options.onRuleError,
  });
}

const kindOf: KindOf = (uri) => {
  try {
    const found = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
    return found ? kindOfEntry(found) : 'missing';
  } catch {
    // The path is invalid on this system, or a folder cannot be opened.
    return 'missing';
  }
};
