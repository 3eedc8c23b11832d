// What every agent file has: its front matter, its prompt, its name and that of its file.
import type { AgentMeaning, Written } from '../meaning.ts';
import { writeFrontMatter, type YamlRecord, type YamlValue } from './writeYaml.ts';

/** `undefined` fields are left out. */
export function writtenAgent(
  fields: Readonly<Record<string, YamlValue | undefined>>,
  prompt: string,
  path: string,
): Written {
  const head = writeFrontMatter(fields);
  const text = prompt === '' ? head : `${head}\n${prompt}\n`;
  // Line endings of the prompt are kept, and the front matter has the same.
  const isWindows = prompt.includes('\r\n') && !/(?<!\r)\n/.test(prompt);
  return { text: isWindows ? text.replace(/\r?\n/g, '\r\n') : text, path };
}

/** Other fields of a file that is written for the runtime it came from. */
export function keptFields({ runtime, rest }: AgentMeaning, target: string): Record<string, YamlValue> {
  const kept = runtime === target ? rest.filter(({ why }) => why !== 'ignored') : [];
  return Object.fromEntries(kept.map(({ field, written }) => [field, asYaml(written)]));
}

/** A plain value as front matter holds it; what YAML has no word for is its text. */
export function asYaml(value: unknown): YamlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(asYaml);
  if (value instanceof Date) return value.toISOString();
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asYaml(inner)])) satisfies YamlRecord;
}

/** A description that takes the place of one that is missing: the first line of the prompt that says something. */
export function descriptionOr({ description, prompt, name }: AgentMeaning): string {
  if (description !== null && description.trim() !== '') return description;
  const lines = prompt.slice(0, 2_000).split(/\r\n|\r|\n/);
  const said = lines.map((line) => line.replace(/^[#>*\-\s]+/, '').trim()).find((line) => /\p{L}/u.test(line));
  return said?.slice(0, 200) ?? name;
}

/** Lowercase letters, digits, hyphens and underscores; empty where nothing is left. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

const LONGEST_FILE_NAME = 100;
/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name for a file, without its ending, that every system and every runtime takes; `/` and the like become hyphens. */
export function fileNameOf(name: string, stem: string): string {
  const safe = [name, stem, 'agent'].map(safeName).find((each) => each !== '') ?? 'agent';
  return DEVICE.test(safe) || safe.toLowerCase() === 'readme' ? `${safe}-agent` : safe;
}

function safeName(name: string): string {
  return name
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[-._]+|[-._]+$/g, '')
    .slice(0, LONGEST_FILE_NAME);
}

/** The same for a path below the agent folder, for runtimes that look into folders and call agents by their path. */
export function filePathOf(name: string, stem: string): string {
  const parts = name
    .split('/')
    .map(safeName)
    .filter((part) => part !== '');
  const last = parts.pop() ?? '';
  return [...parts, fileNameOf(last, stem)].join('/');
}
