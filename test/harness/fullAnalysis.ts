// Everything the product does with one agent file in a workspace of its own: to measure what it costs, and to see it hold.
import { createCard } from '../../server/src/card/card.ts';
import { cardHtml } from '../../server/src/card/html.ts';
import type { CheckedFile } from '../../server/src/cli/checkedFile.ts';
import { inspectAs, inspectPretty } from '../../server/src/cli/inspect.ts';
import { renderGitHub } from '../../server/src/cli/reporters/github.ts';
import { renderJson } from '../../server/src/cli/reporters/json.ts';
import { renderPretty } from '../../server/src/cli/reporters/pretty.ts';
import { renderSarif } from '../../server/src/cli/reporters/sarif.ts';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { completion } from '../../server/src/features/completion.ts';
import { toDiagnostic } from '../../server/src/features/diagnostics.ts';
import { documentColors } from '../../server/src/features/documentColors.ts';
import { documentSymbols } from '../../server/src/features/documentSymbols.ts';
import { hover } from '../../server/src/features/hover.ts';
import { nameItems } from '../../server/src/features/nameCompletion.ts';
import { nameHover } from '../../server/src/features/nameHover.ts';
import { pathsInCode, targetOfLink } from '../../server/src/features/target.ts';
import { ASKED } from '../../server/src/features/trigger.ts';
import { EMPTY_CONFIG } from '../../server/src/lint/config.ts';
import { type AgentDocument, parseDocument } from '../../server/src/model/document.ts';
import { explainPlainly } from '../../server/src/runtimes/claude-code/explain.ts';
import { indexed as claudeCode } from '../../server/src/runtimes/registry.ts';
import { AgentIndex } from '../../server/src/workspace/agentIndex.ts';
import { type AgentAnalysis, analyzeAgent, registerAgent } from '../../server/src/workspace/analyze.ts';
import { identify, looseIdentity } from '../../server/src/workspace/identify.ts';

const TODAY = '2026-11-25';
const COMPLETION = {
  clientCompletes: new Set<string>(),
  snippets: true,
  trigger: ASKED,
  variables: { name: 'a', today: TODAY },
};
const WORKSPACE = 'file:///workspace';
export const PROJECT_PATH = '.claude/agents/a.md';

export interface WholeAnalysis extends AgentAnalysis {
  readonly path: string;
  readonly index: AgentIndex;
}

/** `path` is in the workspace. A rule that throws is thrown on: nothing is isolated here. */
export function analyzeText(text: string, path = PROJECT_PATH, limit?: number): WholeAnalysis {
  const index = new AgentIndex();
  index.setFolders([WORKSPACE]);
  index.complete = true;
  return { ...analyzeIn(index, parseDocument(`${WORKSPACE}/${path}`, text), limit), path, index };
}

function analyzeIn(index: AgentIndex, document: AgentDocument, limit?: number): AgentAnalysis {
  const identity =
    identify(document, { ...index.context, isPluginFolder: () => true }) ?? looseIdentity(document, index.context);
  const load = registerAgent(document, identity, index);
  return analyzeAgent(document, identity, {
    index,
    workspace: index,
    files: { linkTarget: () => 'missing' },
    config: EMPTY_CONFIG,
    configPath: document.uri,
    environment: { today: TODAY },
    load,
    ...(limit === undefined ? {} : { limit }),
    onRuleError(code, error) {
      throw new Error(`rule ${code} threw`, { cause: error });
    },
  });
}

/** Every agent of a workspace, by texts of its files by path. */
export function analyzeWorkspace(files: Readonly<Record<string, string>>): AgentAnalysis[] {
  const index = new AgentIndex();
  index.setFolders([WORKSPACE]);
  for (const [path, text] of Object.entries(files)) index.setText(`${WORKSPACE}/${path}`, text);
  index.complete = true;
  const paths = Object.keys(files).filter((path) => /(?:^|\/)agents\/[^/]*\.md$/.test(path));
  return paths.map((path) => analyzeIn(index, parseDocument(`${WORKSPACE}/${path}`, files[path] ?? '')));
}

/** What people read, without what is only data. */
export interface Shown {
  readonly messages: readonly string[];
  readonly terminal: readonly string[];
  readonly card: string;
  /** Answers of the editor's features, as data. */
  readonly features: unknown;
}

/** `offsets` are where the cursor stands; the start, the middle, and the end where none are given. */
export function showEverywhere(analysis: WholeAnalysis, offsets = cursors(analysis.document.text)): Shown {
  const { document, identity, load, problems, index, path } = analysis;
  const { text, lines } = document;
  const checked: CheckedFile[] = [{ path, dialect: identity.runtime, text, lines, problems }];
  const around = { document, load, index };
  const at = offsets.map((offset) => [
    nameHover(around, offset) ?? hover({ document, load }, offset),
    nameItems(around, offset) ?? completion(document, offset, COMPLETION),
    codeActions(document, problems, {
      span: { start: offset, end: text.length },
      version: 1,
      config: null,
      templates: { variables: { name: 'agent', today: '2026-11-25' }, tabStops: true },
    }),
  ]);
  return {
    messages: [...problems.map(({ message }) => message), explainPlainly(load, claudeCode)],
    terminal: [
      renderPretty(checked, { color: false }),
      renderGitHub(checked),
      inspectPretty([{ path, dialect: identity.runtime, reports: inspectAs(document, identity, true, index) }]),
    ],
    card: cardHtml(createCard(document, load, problems)),
    features: [
      at,
      documentSymbols(document, { headings: true }),
      documentColors(document, load),
      document.markdown.links.map((link) => targetOfLink(document, link)),
      pathsInCode(document),
      problems.map((problem) => toDiagnostic(document, problem)),
      renderJson(checked),
      renderSarif(checked),
    ],
  };
}

function cursors(text: string): number[] {
  return [0, Math.floor(text.length / 2), text.length];
}
