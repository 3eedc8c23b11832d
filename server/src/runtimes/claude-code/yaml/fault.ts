// What makes YAML unreadable for the runtime, in plain words.
import type { YamlError } from '../../../model/yaml.ts';

const MESSAGES = {
  'nested-mapping': 'a second `: ` in one value needs quotes around the text',
  'colon-in-continuation':
    'a `: ` in a line that continues the value above needs quotes around the text or a block (`|`)',
  'multiline-key': 'a key must be on one line with its colon',
  'missing-colon': 'a line that is neither `key: value` nor indented to continue the value above',
  'bad-indent': 'the indentation of this line does not match its surroundings',
  'list-item-here': 'a list item cannot start here',
  'question-mark-here': 'a value cannot start with `? `',
  'text-after-quote': 'text after the closing quote',
  'text-after-value': 'text after the end of the value',
  'reserved-character': 'a value cannot start with `@`, `` ` ``, or `%` unless quoted',
  'closing-bracket': 'a closing bracket without an opening one',
  'unclosed-quote': 'a quote that is never closed',
  'unclosed-list': 'a `[` that is never closed',
  'unclosed-map': 'a `{` that is never closed',
  'quote-indent': 'a line inside quotes must be indented deeper than its key',
  'flow-indent': 'a line inside brackets must be indented deeper than its key',
  'flow-comma': 'a comma or a value is missing here',
  'bad-escape': 'an unknown escape in double quotes',
  'bad-block-header': 'text after `|` or `>`',
  'blank-line-indent': 'a blank line is indented deeper than the following text of its block',
  'tab-indent': 'YAML does not allow tabs for indentation',
  'comment-space': 'a `#` needs a space before it',
  'bad-anchor': 'an anchor or alias (`&`, `*`) needs a name of letters and digits',
  'unknown-alias': 'an alias (`*`) refers to a name that is not defined above it',
  'alias-properties': 'an alias cannot have an anchor or tag',
  'many-anchors': 'two anchors for one value',
  'many-tags': 'two tags for one value',
  'bad-tag': 'an invalid tag (`!`)',
  'null-character': 'a NUL character',
  'too-deep': 'nested too deeply',
} as const;

export type FaultCode = keyof typeof MESSAGES;

export class Fault extends Error {
  readonly code: FaultCode;
  readonly start: number;
  readonly end: number;

  constructor(code: FaultCode, start: number, end = start + 1) {
    super(MESSAGES[code]);
    this.code = code;
    this.start = start;
    this.end = end;
  }
}

export function toYamlError(fault: Fault, textLength: number, toSource: (offset: number) => number): YamlError {
  const start = toSource(Math.min(fault.start, textLength));
  const end = Math.max(start, toSource(Math.min(fault.end, textLength)));
  return { code: fault.code, message: fault.message, span: { start, end } };
}
