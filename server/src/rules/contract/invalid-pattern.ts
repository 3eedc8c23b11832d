// contract/invalid-pattern: a pattern that no engine, or none that is safe, can read.
import { type PatternFault, readPattern } from '../../contract/pattern.ts';
import { type ContractText, readContract, sectionLabel } from '../../dialects/ring/contract.ts';
import type { AgentDocument } from '../../model/document.ts';
import type { Fix } from '../../model/problem.ts';
import { slice } from '../../util/text.ts';
import { defineRule } from '../rule.ts';
import { partSpan, ringFormat } from '../support/ring.ts';
import { replace } from '../support/values.ts';

const HEAD =
  '---\nname: reviewer\ndescription: Reviews code\noutput_schema:\n  required_sections:\n    - name: Summary\n';
const TAIL = '\n---\n## Summary\n';

export default defineRule({
  code: 'contract/invalid-pattern',
  severity: 'warning',
  summary: 'A pattern of the contract that cannot be used.',
  rationale:
    'The patterns of `output_schema` are tried on the lines of the agent’s answer. One that does not compile fits no answer. Agentwright runs them on RE2, which takes time linear in the answer whatever the pattern, so that an agent file cannot hang the machine that checks it; for that RE2 leaves out look-around and back-references.',
  evidence: [
    ringFormat('278 patterns, all of which compile, none with look-around or back-references'),
    {
      source: 'documentation',
      detail: 'the syntax RE2 takes',
      url: 'https://github.com/google/re2/wiki/Syntax',
      verifiedOn: '2026-11-20',
    },
  ],
  messages: {
    syntax:
      'The pattern of “{name}” is no regular expression ({detail}), so no answer can be checked for this section. Correct it here, or put a `\\\\` before a sign that stands for itself.',
    control:
      'In double quotes `{written}` is a control character, not a part of the pattern, so no line of text matches. Write `{doubled}`.',
    'look-around': {
      text: '`{part}` looks ahead or behind, which RE2 cannot do, so “{name}” is not checked. Write out what the line may say instead: `^## (Summary|Overview)$`.',
      severity: 'information',
    },
    'back-reference': {
      text: '`{part}` stands for what a group has matched, which RE2 cannot do, so “{name}” is not checked. Write the text out where it comes again.',
      severity: 'information',
    },
    foreign: {
      text: 'RE2 does not know `{part}`, which some other engines have, so “{name}” is not checked. {instead}',
      severity: 'information',
    },
    'too-large': {
      text: 'The pattern of “{name}” is too large to be tried safely: {detail}. Use `*` or `+` in place of counted repetitions.',
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

/** Escapes of YAML's double quotes that were meant for the pattern: `\b`, `\e`, `\a`, `\v`, `\f`, `\0`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000\u0007\u0008\u000B\u000C\u001B]/;

function doubleFix({ text }: AgentDocument, { style }: ContractText, start: number): Fix | undefined {
  if (style !== 'double' || text.charAt(start) !== '\\') return undefined;
  return { title: 'Double the backslash', kind: 'suggestion', edits: [replace({ start, end: start }, '\\')] };
}

function insteadOf(_: PatternFault, part: string): string {
  if (/^\\Z/.test(part)) return 'Write `$` for the end of the line.';
  if (/^\(\?>|\+$/.test(part)) return 'Leave it out: RE2 never tries twice, so nothing is gained by it.';
  if (/^\(\?[#x]/.test(part)) return 'Leave the comment out, and write the pattern in one piece.';
  if (/^\\[hR]/.test(part)) return 'Write `[ \\t]` for blanks and `\\n` for a line end.';
  return 'Write it without.';
}
