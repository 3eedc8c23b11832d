// Facade shared with the client: the values of model, color, and type, and the cursor's position. Pure and small: nothing
// it imports pulls in zod, a parser, or Node.

import { AGENT_TYPES } from './formats/ring/vocabulary.ts';
import { cursorPlace } from './model/cursor.ts';
import { findFrontMatter } from './model/fence.ts';
import { scanKeyLines } from './model/keyLines.ts';
import { detectByKeys, detectByPath } from './runtimes/claude-code/detectPath.ts';
import { COLORS, MODEL_ALIASES, MODEL_IDS } from './runtimes/claude-code/vocabulary.ts';
import { PLACES as COPILOT_CLI } from './runtimes/copilot-cli/places.ts';
import { PLACES as CURSOR } from './runtimes/cursor/places.ts';
import { PLACES as FACTORY } from './runtimes/factory/places.ts';
import { PLACES as GEMINI_CLI } from './runtimes/gemini-cli/places.ts';
import { PLACES as KILO } from './runtimes/kilo/places.ts';
import { PLACES as KIRO } from './runtimes/kiro/places.ts';
import { PLACES as OPENCODE } from './runtimes/opencode/places.ts';
import { PLACES as QWEN_CODE } from './runtimes/qwen-code/places.ts';
import type { AgentFolder } from './runtimes/runtime.ts';
import { PLACES as VS_CODE } from './runtimes/vscode/places.ts';
import type { Span } from './util/text.ts';

/**
 * Whether a document is an agent file, judging by path and text. Accepts any folder called `agents`: only the server
 * can look for the plugin around it.
 */
export function looksLikeAgent(path: string, text: string): boolean {
  if (detectByPath(path, () => true)) return true;
  const frontMatter = findFrontMatter(text);
  if (frontMatter.state === 'missing') return false;
  const keys = scanKeyLines(text, frontMatter.inner).map(({ key }) => key);
  return detectByKeys(path, keys) !== null;
}

const OTHER_PLACES: readonly AgentFolder[] = [
  VS_CODE,
  COPILOT_CLI,
  GEMINI_CLI,
  OPENCODE,
  KILO,
  QWEN_CODE,
  CURSOR,
  FACTORY,
  KIRO,
].flat();

/**
 * Whether a file lies where a runtime looks for agents, whatever stands in it. Accepts any folder called `agents`, as
 * above.
 */
export function liesAmongAgents(path: string): boolean {
  return detectByPath(path, () => true) !== null || OTHER_PLACES.some((place) => isIn(place, path));
}

function isIn({ path: folder, extensions }: AgentFolder, path: string): boolean {
  return extensions.some((each) => path.endsWith(each)) && (folder === '' || path.includes(`/${folder}/`));
}

export { CLOSING_FENCE, fenceBelowOwn, hasOnlyOpeningFence, isFenceOpen, spanOfFence } from './model/fenceTyping.ts';
export { isReadme } from './util/fileStem.ts';

/** The keys whose values the client completes itself; the server leaves them out for such a client. */
export const CLIENT_COMPLETED_KEYS = ['model', 'color', 'type'] as const;
export type ClientCompletedKey = (typeof CLIENT_COMPLETED_KEYS)[number];

export interface OfferedValue {
  readonly value: string;
  readonly description: string;
  /** For a color, its swatch: `#rrggbb`. */
  readonly hex?: string;
  /** For a model alias, the ID it resolves to. */
  readonly detail?: string;
  /** Full IDs and the like: offered after the common values. */
  readonly secondary?: boolean;
}

/** The values to offer for a key, most likely first. */
export function offeredValues(key: ClientCompletedKey): readonly OfferedValue[] {
  switch (key) {
    case 'model':
      return [
        ...MODEL_ALIASES.filter(({ offered }) => offered).map(({ value, description, resolvesTo }) => ({
          value,
          description,
          ...(resolvesTo ? { detail: resolvesTo } : {}),
        })),
        ...MODEL_IDS.map((value) => ({ value, description: 'A full model ID.', secondary: true })),
      ];
    case 'color':
      return COLORS.map(({ value, description, hex }) => ({ value, description, hex }));
    case 'type':
      return AGENT_TYPES;
  }
}

export interface ValueSlot {
  readonly key: ClientCompletedKey;
  /** What a chosen value replaces, in UTF-16 offsets. */
  readonly span: Span;
  /** Whether a space must be inserted before the value. */
  readonly needsBlank: boolean;
}

/** The value of a top-level `model`, `color`, or `type` at the cursor; null anywhere else. */
export function valueSlot(text: string, offset: number): ValueSlot | null {
  const place = cursorPlace(text, offset);
  if (place?.in !== 'value' || place.path.length !== 1) return null;
  const key = CLIENT_COMPLETED_KEYS.find((candidate) => candidate === place.key);
  return key ? { key, span: place.span, needsBlank: place.needsBlank } : null;
}

/** The top-level key in whose mappings the cursor is; null at the top level and outside the front matter. */
export function keyAroundAt(text: string, offset: number): string | null {
  const place = cursorPlace(text, offset);
  return place && place.path.length > (place.in === 'key' ? 0 : 1) ? (place.path[0] ?? null) : null;
}

/** The top-level key whose value contains the cursor; null at a key and outside the front matter. */
export function keyOfValueAt(text: string, offset: number): string | null {
  const place = cursorPlace(text, offset);
  return place?.in === 'value' ? (place.path[0] ?? null) : null;
}
