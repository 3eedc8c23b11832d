// The options of each hook type and how Claude Code 2.1.329 validates them. Measured one by one.
import type { PlainValue } from '../../model/plain.ts';

export type OptionShape = 'string' | 'strings' | 'flag' | 'seconds' | 'url' | 'map' | 'map of strings' | 'shell';

export interface HookOption {
  readonly name: string;
  readonly shape: OptionShape;
  readonly required?: boolean;
}

/** Measured: these options are validated; any other key is silently ignored. */
const COMMON: readonly HookOption[] = [
  { name: 'if', shape: 'string' },
  { name: 'timeout', shape: 'seconds' },
  { name: 'statusMessage', shape: 'string' },
  { name: 'once', shape: 'flag' },
];

export const HOOK_HANDLERS: ReadonlyMap<string, readonly HookOption[]> = new Map([
  [
    'command',
    [
      { name: 'command', shape: 'string', required: true },
      { name: 'args', shape: 'strings' },
      { name: 'async', shape: 'flag' },
      { name: 'asyncRewake', shape: 'flag' },
      { name: 'shell', shape: 'shell' },
      { name: 'rewakeMessage', shape: 'string' },
      { name: 'rewakeSummary', shape: 'string' },
      ...COMMON,
    ],
  ],
  [
    'http',
    [
      { name: 'url', shape: 'url', required: true },
      { name: 'headers', shape: 'map of strings' },
      { name: 'allowedEnvVars', shape: 'strings' },
      ...COMMON,
    ],
  ],
  [
    'mcp_tool',
    [
      { name: 'server', shape: 'string', required: true },
      { name: 'tool', shape: 'string', required: true },
      { name: 'input', shape: 'map' },
      ...COMMON,
    ],
  ],
  [
    'prompt',
    [
      { name: 'prompt', shape: 'string', required: true },
      { name: 'model', shape: 'string' },
      { name: 'continueOnBlock', shape: 'flag' },
      ...COMMON,
    ],
  ],
  ['agent', [{ name: 'prompt', shape: 'string', required: true }, { name: 'model', shape: 'string' }, ...COMMON]],
]);

/** The required form of an option, in words, if its value is invalid; null if it is valid. */
export function optionFault(shape: OptionShape, value: PlainValue): string | null {
  switch (shape) {
    case 'string':
      return typeof value === 'string' ? null : 'a string';
    case 'strings':
      return isStrings(value) ? null : 'a list of strings';
    case 'flag':
      return typeof value === 'boolean' ? null : '`true` or `false`';
    case 'seconds':
      return typeof value === 'number' && value > 0 && Number.isFinite(value) ? null : 'a number greater than 0';
    case 'shell':
      return value === 'bash' || value === 'powershell' ? null : '`bash` or `powershell`';
    case 'url':
      return typeof value === 'string' && isUrl(value) ? null : 'a URL';
    case 'map':
      return isMap(value) ? null : 'a mapping';
    case 'map of strings':
      return isMap(value) && isStrings(Object.values(value)) ? null : 'a mapping of strings';
  }
}

function isStrings(value: PlainValue): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isMap(value: PlainValue): value is { [key: string]: PlainValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As a browser's URL parser sees it, for the forms people write: a scheme and, for web schemes, a host. */
function isUrl(value: string): boolean {
  return /^\s*(?:(?:https?|wss?|ftp):[\\/]*[^\s\\/?#]+|(?!(?:https?|wss?|ftp):)[a-z][a-z\d+.-]*:)/i.test(value);
}
