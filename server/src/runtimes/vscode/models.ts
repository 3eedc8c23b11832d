// Models in agent files of VS Code: `Name (vendor)`, as the model picker shows them. Which there are depends on the account.
import type { ValueDoc } from '../fields.ts';

export const VSCODE_MODELS: readonly ValueDoc[] = [
  { value: 'Claude Sonnet 4.5 (copilot)', description: 'Claude Sonnet 4.5 through Copilot.' },
  { value: 'Claude Opus 4.6 (copilot)', description: 'Claude Opus 4.6 through Copilot.' },
  { value: 'Claude Haiku 4.5 (copilot)', description: 'Claude Haiku 4.5 through Copilot.' },
];
