// What an agent file refers to by name, in its fields and in its text.
import type { MentionForm } from '../text/mentions.ts';
import type { Span } from '../util/text.ts';

export interface Reference {
  readonly to: 'agent' | 'skill' | 'mcp-server';
  /** As the runtime reads it, including a plugin prefix. */
  readonly name: string;
  /** The characters of the name; the whole value if they cannot be located. */
  readonly span: Span;
  /** `tool-list`: in `Agent(…)` or `mcp__server__tool`; `field`: the value of a field; the others are in the text. */
  readonly form: 'tool-list' | 'field' | MentionForm;
  /** The field that contains it; null in the prompt. */
  readonly field: string | null;
}
