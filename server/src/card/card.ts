// Builds the card of an agent: turns its document, load report, and problems into plain data to draw.

import type { AgentDocument } from '../model/document.ts';
import type { Problem } from '../model/problem.ts';
import { keyText, resolveAlias } from '../model/yaml.ts';
import type { IndexedReport } from '../runtimes/indexed.ts';
import { trustedOnly } from '../runtimes/powers.ts';
import { indexed } from '../runtimes/registry.ts';
import { decoded } from '../util/uri.ts';
import { readPrompt } from './blocks.ts';
import { readChangelog, readContract } from './contract.ts';
import { readDescription } from './description.ts';
import { type CardField, type CardFields, readFields, scalarText, textOf } from './fields.ts';
import type { CardColor, CardInput, CardModel, CardModelField, CardSetting } from './model.ts';
import { readIgnored, readProblems, readTools, readVerdict } from './powers.ts';

/** Total: every document has a card. */
export function createCard(document: AgentDocument, load: IndexedReport, problems: readonly Problem[]): CardModel {
  const input: CardInput = { document, load, problems };
  const fields = readFields(document, load);
  const name = textOf(fields, 'name');
  const contract = readContract(fields);
  const changelog = fields.get('changelog');
  const entries = readChangelog(changelog);
  return {
    title: load.name ?? name?.text ?? fileName(document.uri),
    ...optional('name', name),
    ...optional('type', textOf(fields, 'type')),
    ...optional('version', textOf(fields, 'version')),
    ...optional('lastUpdated', textOf(fields, 'last_updated')),
    ...optional('color', readColor(fields)),
    model: readModel(fields, input),
    verdict: readVerdict(input),
    problems: readProblems(input),
    ignored: readIgnored(input),
    ...optional('description', describe(fields)),
    tools: readTools(input, fields),
    settings: readSettings(fields, input),
    ...optional('mainSession', load.loads ? (indexed.words.mainSession(load) ?? undefined) : undefined),
    ...optional('contract', contract),
    ...optional('changelog', entries.length > 0 && changelog ? { offset: changelog.keyOffset, entries } : undefined),
    prompt: readPrompt(document),
  };
}

export function cardTitle(card: CardModel): string {
  return card.title;
}

/** Fields shown elsewhere on the card. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set(
  'name description tools disallowedTools model color type version last_updated changelog output_schema'.split(' '),
);

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
}

function describe(fields: CardFields): CardModel['description'] {
  const text = textOf(fields, 'description');
  const field = fields.get('description');
  if (!text || !field) return undefined;
  return { offset: field.keyOffset, parts: readDescription(text, field.source) };
}

function readColor(fields: CardFields): CardColor | undefined {
  const written = textOf(fields, 'color');
  return written && { ...written, known: indexed.colors.all.some(({ value }) => value === written.text) };
}

function readModel(fields: CardFields, { load }: CardInput): CardModelField {
  const field = textOf(fields, 'model');
  const { value, by } = load.effectiveModel;
  // Where the front matter is lost, what is written counts.
  const { kind, id, longContext } = indexed.models.resolve(by ? value : (load.model ?? field?.text ?? null));
  const written = { ...(field ? { written: field } : {}), ...(by ? { setBy: by.path } : {}) };
  switch (kind) {
    case 'inherit':
      return { ...written, meaning: 'the model of the main conversation', isId: false };
    case 'alias':
      if (id === null) return { ...written, meaning: 'depends on the account', isId: false };
      return { ...written, meaning: longContext ? `${id}, long context` : id, isId: true };
    case 'id':
      return { ...written, meaning: 'a full model ID', isId: false };
    case 'unchecked':
      return {
        ...written,
        meaning: `not a model that ${indexed.label} ${indexed.measuredOn} knows; passed on unchanged`,
        isId: false,
      };
  }
}

function readSettings(fields: CardFields, { load }: CardInput): CardSetting[] {
  return [...fields.values()]
    .filter(({ key }) => indexed.fields.get(key) !== undefined && !SHOWN_ELSEWHERE.has(key))
    .map((field) => ({
      key: field.key,
      text: summary(field),
      offset: field.keyOffset,
      ...(trustedOnly(load).includes(field.key) ? { note: indexed.words.trustNote } : {}),
    }));
}

const SUMMARY_LIMIT = 50;

/** One line for any value. */
function summary({ node, text, source }: CardField): string {
  const target = resolveAlias(node);
  switch (target?.kind) {
    case 'map':
      return target.pairs
        .slice(0, SUMMARY_LIMIT)
        .map(({ key }) => keyText(key))
        .join(', ');
    case 'sequence':
      return target.items
        .slice(0, SUMMARY_LIMIT)
        .map((item) => scalarText(item) ?? firstKey(resolveAlias(item)))
        .join(', ');
    default:
      return text ?? source;
  }
}

function firstKey(node: ReturnType<typeof resolveAlias>): string {
  const pair = node?.kind === 'map' ? node.pairs[0] : undefined;
  return pair ? keyText(pair.key) : '…';
}

function fileName(uri: string): string {
  return decoded(uri.slice(uri.lastIndexOf('/') + 1)) || 'Agent';
}
