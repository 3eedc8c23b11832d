// Agents of every runtime as files of every other, with what is lost: to be read, and to be given to the real runtimes. The
// folder of a runtime is a project that has all of them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../../server/src/model/document.ts';
import { type Converted, convert } from '../../server/src/portability/convert.ts';
import { runtimeInWords } from '../../server/src/runtimes/causes.ts';
import { placeUnder } from '../../server/src/runtimes/readers.ts';
import { runtimeCalled, runtimes } from '../../server/src/runtimes/registry.ts';
import type { Runtime } from '../../server/src/runtimes/runtime.ts';
import { repositoryRoot } from '../host/paths.ts';
import type { GeneratedFile } from './generatedFile.ts';

/** Below it, the folder of a runtime holds the agents as they were written for it. */
const SOURCES = 'test/portability/agents';
export const CONVERSIONS_FOLDER = 'test/portability/converted';

interface Source {
  readonly path: string;
  readonly from: Runtime;
  readonly text: string;
}

export function renderConversions(): GeneratedFile[] {
  const sources = sourceAgents();
  return runtimes.flatMap((to) => {
    const folder = `${CONVERSIONS_FOLDER}/${to.id}`;
    const all = sources.map((source) => ({ source, converted: convertSource(source, to) }));
    const files = all.map(({ converted }) => ({ path: `${folder}/${converted.path}`, content: converted.text }));
    return [...files, { path: `${folder}/losses.md`, content: lossesPage(to, all) }];
  });
}

function sourceAgents(): Source[] {
  const root = join(repositoryRoot, SOURCES);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return paths
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => {
      const from = runtimeCalled(path.slice(0, path.indexOf('/')));
      if (!from) throw new Error(`${SOURCES}/${path} lies in the folder of no runtime`);
      return { path, from, text: readFileSync(join(root, path), 'utf8') };
    });
}

function convertSource({ path, from, text }: Source, to: Runtime): Converted {
  const place = placeUnder(from, path, 'project');
  const document = parseDocument(`file:///project/${path}`, text);
  const converted = place && convert({ document, from, place, to, contract: true });
  if (!converted?.ok) throw new Error(`${SOURCES}/${path} cannot be converted for ${to.id}`);
  return converted;
}

function lossesPage(to: Runtime, all: readonly { readonly source: Source; readonly converted: Converted }[]): string {
  const parts = all.map(({ source, converted: { path, losses } }) => {
    const lines = losses.map(({ field, how, wider, message }) => {
      return `- ${wider ? '**wider**, ' : ''}${how}, \`${field}\`: ${message.replaceAll('\n', ' ')}`;
    });
    return [`## ${source.path}`, '', `\`${path}\``, '', ...(lines.length > 0 ? lines : ['Nothing is lost.'])].join(
      '\n',
    );
  });
  return `${[`# What is lost for ${runtimeInWords(to)}`, ...parts].join('\n\n')}\n`;
}
