// The options of each hook type and the shapes Claude Code 2.1.329 checks them for. Measured one by one.
import type { PlainValue } from './plain.ts';

export type OptionShape = 'text' | 'texts' | 'flag' | 'seconds' | 'url' | 'map' | 'map of texts' | 'shell';

export interface HookOption {
  readonly name: string;
  readonly shape: OptionShape;
  readonly required?: boolean;
}

/** Measured: an option that stands here is checked; any other key is passed over in silence. */
const COMMON: readonly HookOption[] = [
  { name: 'if', shape: 'text' },
  { name: 'timeout', shape: 'seconds' },
  { name: 'statusMessage', shape: 'text' },
  { name: 'once', shape: 'flag' },
];

export const HOOK_HANDLERS: ReadonlyMap<string, readonly HookOption[]> = new Map([
  [
    'command',
    [
      { name: 'command', shape: 'text', required: true },
      { name: 'args', shape: 'texts' },
      { name: 'async', shape: 'flag' },
      { name: 'asyncRewake', shape: 'flag' },
      { name: 'shell', shape: 'shell' },
      { name: 'rewakeMessage', shape: 'text' },
      { name: 'rewakeSummary', shape: 'text' },
      ...COMMON,
    ],
  ],
  [
    'http',
    [
      { name: 'url', shape: 'url', required: true },
      { name: 'headers', shape: 'map of texts' },
      { name: 'allowedEnvVars', shape: 'texts' },
      ...COMMON,
    ],
  ],
  [
    'mcp_tool',
    [
      { name: 'server', shape: 'text', required: true },
      { name: 'tool', shape: 'text', required: true },
      { name: 'input', shape: 'map' },
      ...COMMON,
    ],
  ],
  [
    'prompt',
    [
      { name: 'prompt', shape: 'text', required: true },
      { name: 'model', shape: 'text' },
      { name: 'continueOnBlock', shape: 'flag' },
      ...COMMON,
    ],
  ],
  ['agent', [{ name: 'prompt', shape: 'text', required: true }, { name: 'model', shape: 'text' }, ...COMMON]],
]);

/** What an option must be, in words, where its value is something else; null where it is right. */
export function optionFault(shape: OptionShape, value: PlainValue): string | null {
  switch (shape) {
    case 'text':
      return typeof value === 'string' ? null : 'text';
    case 'texts':
      return isTexts(value) ? null : 'a list of texts';
    case 'flag':
      return typeof value === 'boolean' ? null : '`true` or `false`';
    case 'seconds':
      return typeof value === 'number' && value > 0 && Number.isFinite(value) ? null : 'a number above 0';
    case 'shell':
      return value === 'bash' || value === 'powershell' ? null : '`bash` or `powershell`';
    case 'url':
      return typeof value === 'string' && isUrl(value) ? null : 'a URL';
    case 'map':
      return isMap(value) ? null : 'a map';
    case 'map of texts':
      return isMap(value) && isTexts(Object.values(value)) ? null : 'a map of texts';
  }
}

function isTexts(value: PlainValue): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isMap(value: PlainValue): value is { [key: string]: PlainValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As a browser's URL parser sees it, for the forms people write: a scheme, and for web schemes a host. */
function isUrl(value: string): boolean {
  return /^\s*(?:(?:https?|wss?|ftp):[\\/]*[^\s\\/?#]+|(?!(?:https?|wss?|ftp):)[a-z][a-z\d+.-]*:)/i.test(value);
}
