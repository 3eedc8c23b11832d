// Reports patterns that no engine can read, or only an unsafe one.

import type { AgentDocument } from '../../../../model/document.ts';
import type { Fix } from '../../../../model/problem.ts';
import { replace } from '../../../../rules/edits.ts';
import { defineRule } from '../../../../rules/rule.ts';
import { slice } from '../../../../util/text.ts';
import { type ContractText, readContract, sectionLabel } from '../../contract.ts';
import { type PatternFault, readPattern } from '../../pattern.ts';
import { partSpan, ringFormat } from '../support.ts';

const HEAD =
  '---\nname: reviewer\ndescription: Reviews code\noutput_schema:\n  required_sections:\n    - name: Summary\n';
const TAIL = '\n---\n## Summary\n';

export default defineRule({
  code: 'contract/invalid-pattern',
  severity: 'warning',
  summary: 'A contract pattern cannot be used.',
  rationale:
    'The patterns of `output_schema` are matched against the lines of the agent’s answer. A pattern that does not compile matches no answer. Agentwright runs patterns on RE2, which takes linear time for any pattern, so no agent file can hang the machine that checks it. In return, RE2 supports no lookaround and no backreferences.',
  evidence: [
    ringFormat('278 patterns, all of which compile, none with lookaround or backreferences'),
    {
      source: 'documentation',
      detail: 'the syntax RE2 accepts',
      url: 'https://github.com/google/re2/wiki/Syntax',
      verifiedOn: '2026-11-20',
    },
  ],
  messages: {
    syntax:
      'The pattern of “{name}” is not a valid regular expression ({detail}), so this section is not checked. Correct it, or put `\\\\` before a character that stands for itself.',
    control:
      'In double quotes, `{written}` is a control character rather than part of the pattern, so the pattern matches no line of text. Write `{doubled}`.',
    'look-around': {
      text: 'RE2 does not support lookaround such as `{part}`, so “{name}” is not checked. List the possible lines instead, for example `^## (Summary|Overview)$`.',
      severity: 'information',
    },
    'back-reference': {
      text: 'RE2 does not support backreferences such as `{part}`, so “{name}” is not checked. Repeat the text itself.',
      severity: 'information',
    },
    foreign: {
      text: 'RE2 does not support `{part}`, which some other engines do, so “{name}” is not checked. {instead}',
      severity: 'information',
    },
    'too-large': {
      text: 'The pattern of “{name}” is too large to run safely: {detail}. Use `*` or `+` instead of counted repetitions.',
      severity: 'information',
    },
  },
  examples: {
    invalid: [
      { message: 'syntax', text: `${HEAD}      pattern: "^## Summary ⟦(⟧optional"${TAIL}` },
      { message: 'syntax', text: `${HEAD}      pattern: ^## Summary x⟦**⟧${TAIL}` },
      {
        message: 'control',
        text: `${HEAD}      pattern: "^## Summary⟦\\b⟧"${TAIL}`,
        fixed: `${HEAD}      pattern: "^## Summary\\\\b"${TAIL}`,
      },
      { message: 'look-around', text: `${HEAD}      pattern: "^## ⟦(?!Draft)⟧Summary"${TAIL}` },
      { message: 'back-reference', text: `${HEAD}      pattern: '^(#)⟦\\1⟧ Summary'${TAIL}` },
      { message: 'foreign', text: `${HEAD}      pattern: '^## Summary⟦\\Z⟧'${TAIL}` },
      {
        message: 'too-large',
        text: `${HEAD}      pattern: ⟦"^## (?:Summ[a-z]{0,900} ?){0,1}[a-z]{0,900}[A-Z]{0,900}[0-9]{0,900}"⟧${TAIL}`,
      },
    ],
    valid: [
      { text: `${HEAD}      pattern: "^## Summary$"${TAIL}` },
      { text: `${HEAD}      pattern: "^\\\\*\\\\*Summary:\\\\*\\\\*"${TAIL}` },
      { text: `${HEAD}      pattern: "(?i)^## Summary(?: of .*)?$"${TAIL}` },
    ],
  },
  check({ document, load, report }) {
    for (const section of readContract(load)?.sections ?? []) {
      const { pattern } = section;
      if (!pattern) continue;
      const name = sectionLabel(section);
      const control = CONTROL.exec(pattern.text);
      if (control) {
        const span = partSpan(document, pattern, { start: control.index, end: control.index + 1 });
        const written = slice(document.text, span);
        report('control', span, {
          values: { written, doubled: `\\${written}` },
          fixes: [doubleFix(document, pattern, span.start)],
        });
        continue;
      }
      const reading = readPattern(pattern.text);
      if (reading.ok) continue;
      const { kind, detail, span } = reading.fault;
      const at = kind === 'too-large' ? pattern.span : partSpan(document, pattern, span);
      const part = pattern.text.slice(span.start, span.end);
      report(kind, at, { values: { name, detail, part, instead: insteadOf(reading.fault, part) } });
    }
  },
});

/** YAML escapes in double quotes that were meant for the pattern: `\b`, `\e`, `\a`, `\v`, `\f`, `\0`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000\u0007\u0008\u000B\u000C\u001B]/;

function doubleFix({ text }: AgentDocument, { style }: ContractText, start: number): Fix | undefined {
  if (style !== 'double' || text.charAt(start) !== '\\') return undefined;
  return { title: 'Double the backslash', kind: 'suggestion', edits: [replace({ start, end: start }, '\\')] };
}

function insteadOf(_: PatternFault, part: string): string {
  if (/^\\Z/.test(part)) return 'Write `$` for the end of a line.';
  if (/^\(\?>|\+$/.test(part)) return 'Remove it: RE2 never backtracks, so it would have no effect.';
  if (/^\(\?[#x]/.test(part)) return 'Remove the comment and write the pattern on one line.';
  if (/^\\[hR]/.test(part)) return 'Write `[ \\t]` for a space or tab and `\\n` for a line ending.';
  return 'Write the pattern without it.';
}
