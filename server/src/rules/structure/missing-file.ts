// Reports an instruction to read a project file that does not exist.
import type { AgentDocument } from '../../model/document.ts';
import { absenceIn } from '../../text/absence.ts';
import { type Instruction, instructionsOf } from '../../text/instructions.ts';
import { isNegated, isNegativeContext, isOrderAfter, isQuoted } from '../../text/orders.ts';
import { isRelativePath, withoutAnchor } from '../../text/paths.ts';
import { type Span, slice } from '../../util/text.ts';
import { goodPractice } from '../goodPractice.ts';
import { defineRule } from '../rule.ts';

const PATH = '.claude/agents/reviewer.md';

export default defineRule({
  code: 'structure/missing-file',
  severity: 'information',
  summary: 'The prompt tells the agent to read a file that does not exist.',
  rationale:
    'The runtime passes the path on as text without checking it. An agent told to read a missing file searches for it or carries on without it. The rule covers only documents in a folder (`.md`, `.txt`, and the like) that are named in backticks after a verb such as "read", "see", or "follow". Agentwright looks for them next to the file and in each parent folder up to the workspace folder. It reports nothing if the text says that the file may be absent or is written by someone, and it skips plans, reports, notes, and other files that come and go with the work. It also skips plugin and user agents, whose paths refer to whatever project they run in.',
  evidence: goodPractice,
  messages: {
    missing:
      '`{target}` does not exist next to this file or in a parent folder, so the agent cannot read it. Correct the path, or say what to do if the file does not exist.',
  },
  examples: {
    invalid: [
      { text: '## Steps\n\n1. Read `⟦docs/standards.md⟧` before the diff.\n', message: 'missing', path: PATH },
      {
        text: 'For naming, **see `⟦docs/style/naming.md#types⟧`** and `docs/style/tests.md`.\n',
        message: 'missing',
        path: PATH,
        files: ['docs/style/tests.md'],
      },
      { text: 'When you review tests, follow `⟦.claude/rules/testing.md⟧`.\n', message: 'missing', path: PATH },
    ],
    valid: [
      { text: 'Read `docs/standards.md`.\n', path: PATH, files: ['docs/standards.md'] },
      { text: 'Check if `docs/standards.md` exists.\n\n## Patterns\n\nSee `docs/standards.md`.\n', path: PATH },
      { text: 'Read `docs/standards.md`. If it is missing, ask.\n', path: PATH },
      { text: 'Write the glossary to `docs/glossary.md`.\n\n## Later\n\nRead `docs/glossary.md`.\n', path: PATH },
      { text: 'Read `docs/plans/current.md`, `.work/state.md`, `docs/{name}.md` and `CLAUDE.md`.\n', path: PATH },
      { text: 'Read `docs/standards.md`.\n', path: 'agents/reviewer.md' },
      { text: 'Do not read `docs/secrets.md`. The user reads `docs/guide.md`.\n', path: PATH },
      { text: '> Read `docs/a.md`.\n\n| Step | Do |\n| --- | --- |\n| 1 | Read `docs/a.md` |\n', path: PATH },
    ],
  },
  check({ document, files, workspace, report }) {
    const { uri, text, body } = document;
    if (!/\/\.claude\/agents\//.test(uri) || workspace.agentAt(uri)?.place.scope === 'user') return;
    if (!SIGN.test(slice(text, body))) return;
    const mayBeAbsent = absenceIn(document);
    const seen = new Set<string>();
    for (const { path, span } of pathsToRead(document)) {
      if (seen.has(path) || seen.size >= MOST_PATHS) continue;
      seen.add(path);
      if (mayBeAbsent(path) || files.linkTarget(uri, path) !== 'missing') continue;
      report('missing', span, { values: { target: path } });
    }
  },
});

const MOST_PATHS = 100;
/**
 * In a folder, to exclude conventional project files such as `CLAUDE.md`; and a document, to exclude files that tools
 * generate.
 */
const DOCUMENT = String.raw`\x60(?<path>[^\x60\s]{1,160}\/[^\x60\s/]{1,80}\.(?:mdx?|txt|rst|adoc)(?:#[^\x60\s]{0,80})?)\x60`;
const SIGN = new RegExp(DOCUMENT);
const PATHS = new RegExp(DOCUMENT, 'g');
const READS = /\b(?:re-?read|read|see|follow|load|consult|study|refer to)\b/gi;
/** Words that mark a path as an example of what paths look like, or as someone else's. */
const SHOWN =
  /\b(?:e\.g|for example|for instance|examples?|such as|like|similar|template|optional\w{0,2}|each|every|whichever|relevant)\b/i;
/** Folders and files that come and go with the work. */
const PASSING =
  /(?:^|[/_.-])(?:states?|status|progress|plans?|planning|sessions?|contexts?|current|active|latest|reports?|logs?|notes?|handoffs?|findings|backlogs?|todos?|tasks?|memory|memories|scratch|drafts?|outputs?|results?|tmp|temp|build|dist|coverage|node_modules|specs?|prds?|requirements?|research|reviews?|issues?|stories|story|epics?|tickets?|generated|changelog|example|sample|foo|bar|my|name|xxx+|yyyy|nnn+)(?=[/_.-]|$)/i;
/** These hidden folders hold files that people write; other hidden folders hold the state of tools. */
const HIDDEN = /(?:^|\/)\.(?!claude\/|github\/|cursor\/|\.?\/)/;

interface ToRead {
  readonly path: string;
  /** As written, including any anchor. */
  readonly span: Span;
}

function pathsToRead(document: AgentDocument): ToRead[] {
  return instructionsOf(document).flatMap((instruction) => (isCertain(instruction) ? readIn(instruction) : []));
}

function isCertain({ text, context }: Instruction): boolean {
  return (
    SIGN.test(text) && !isNegated(text) && !SHOWN.test(text) && !isNegativeContext(context) && !SHOWN.test(context)
  );
}

/** The paths after the first verb that means reading. */
function readIn({ text, span: { start } }: Instruction): ToRead[] {
  const verb = [...text.matchAll(READS)].find(({ 0: word, index }) => isOrder(word, text.slice(0, index)));
  if (!verb) return [];
  return [...text.matchAll(PATHS)].flatMap((match) => {
    const written = match.groups?.path ?? '';
    if (match.index < verb.index || !isCertainPath(written)) return [];
    const at = start + match.index + 1;
    return [{ path: withoutAnchor(written), span: { start: at, end: at + written.length } }];
  });
}

/** "You will see" is a prediction, not an order. */
function isOrder(verb: string, before: string): boolean {
  const foretold = /^see$/i.test(verb) && /\b(?:you|will|can|may|might)\s{0,8}$/i.test(before);
  return !foretold && !isQuoted(before) && isOrderAfter(before);
}

function isCertainPath(written: string): boolean {
  return isRelativePath(written) && !/[[\]()"'=,;%]/.test(written) && !PASSING.test(written) && !HIDDEN.test(written);
}
