// Coexistence with VS Code's own agent support: leaves out what VS Code already completes or reports, because it shows the
// lists of all providers one after the other.
import * as vscode from 'vscode';

/** The first version with built-in support for `.claude/agents`. */
const FIRST_VERSION_WITH_SUPPORT = [1, 110] as const;

/** What VS Code 1.139 completes in a Claude agent file: keys, and values by key. */
const KEYS = new Set(
  'name description tools disallowedTools model permissionMode skills mcpServers hooks memory'.split(' '),
);
const TOOL_NAMES =
  'Bash Edit Glob Grep Read Write WebFetch WebSearch Task Skill LSP NotebookEdit AskUserQuestion'.split(' ');
const VALUES: Readonly<Record<string, ReadonlySet<string>>> = {
  model: new Set(['sonnet', 'opus', 'haiku', 'inherit']),
  permissionMode: new Set(['default', 'acceptEdits', 'plan', 'dontAsk', 'bypassPermissions']),
  memory: new Set(['user', 'project', 'local']),
  tools: new Set(TOOL_NAMES),
  disallowedTools: new Set(TOOL_NAMES),
};
const NONE: ReadonlySet<string> = new Set();

/** Values of a key that VS Code's own completion offers in this document, if it is asked too. */
export function offeredByVsCode(
  document: vscode.TextDocument,
  key: string,
  context: vscode.CompletionContext,
): ReadonlySet<string> {
  return hasOwnSupport(document) && isAsked(context) ? (VALUES[key] ?? NONE) : NONE;
}

/** Top-level keys that VS Code's own completion offers in this document, if it is asked too. */
export function keysOfferedByVsCode(
  document: vscode.TextDocument,
  context: vscode.CompletionContext,
): ReadonlySet<string> {
  return hasOwnSupport(document) && isAsked(context) ? KEYS : NONE;
}

/**
 * VS Code's own completion reacts only to the colon among the trigger characters; for the others, our list stands
 * alone.
 */
function isAsked({ triggerKind, triggerCharacter }: vscode.CompletionContext): boolean {
  return triggerKind !== vscode.CompletionTriggerKind.TriggerCharacter || triggerCharacter === ':';
}

/** VS Code sorts its own items by label, so with our digits `Re` and Enter would not give `Read`. */
export function sortTextAfterVsCode(sortText: string | undefined): string {
  return `~${sortText ?? ''}`;
}

/** Codes of problems that VS Code itself reports in this document. */
export function reportedByVsCode(document: vscode.TextDocument): ReadonlySet<string> {
  if (isOwnFormat(document)) return PROBLEMS_OF_OWN_FORMAT;
  return hasOwnSupport(document) ? PROBLEMS : NONE;
}

/** "File … not found". */
const PROBLEMS: ReadonlySet<string> = new Set(['structure/broken-link']);
/**
 * VS Code checks its own agent files while they are open: YAML, keys, types and values of every field it knows, names of
 * tools and of agents. Compared with what it really marks in the end-to-end tests.
 */
const PROBLEMS_OF_OWN_FORMAT: ReadonlySet<string> = new Set([
  ...PROBLEMS,
  'frontmatter/wrong-type',
  'frontmatter/invalid-value',
  'frontmatter/missing-key',
  'frontmatter/unknown-key',
  'frontmatter/ignored-key',
  'frontmatter/deprecated-key',
  'frontmatter/duplicate-key',
  'frontmatter/unparsable',
  'frontmatter/not-a-map',
  'frontmatter/unknown-tool',
  'frontmatter/renamed-tool',
  'workspace/unknown-agent',
  'workspace/outdated-file-name',
]);

/** Files in VS Code's own format, where it completes keys, values, and tools and knows which tools exist. */
export function isOwnFormat(document: vscode.TextDocument): boolean {
  const own = /\/\.github\/agents\/[^/]+\.md$|\.(?:agent|chatmode)\.md$/.test(document.uri.path);
  return document.languageId === 'chatagent' && own && !/\/\.claude\/agents\//.test(document.uri.path);
}

/** VS Code's own support covers files directly in `.claude/agents`, which have the language ID `chatagent`. */
function hasOwnSupport(document: vscode.TextDocument): boolean {
  const direct = /\/\.claude\/agents\/[^/]+\.md$/.test(document.uri.path);
  return document.languageId === 'chatagent' && direct && versionAtLeast(vscode.version, FIRST_VERSION_WITH_SUPPORT);
}

function versionAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
