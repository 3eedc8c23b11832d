// What a rule is: data plus one function. Its docs page, setting, schema entry and tests all come from this object.

import type { AgentDocument } from '../model/document.ts';
import type { ConfigList, Fix, MessageValues, RelatedPlace, Severity } from '../model/problem.ts';
import type { Evidence } from '../runtimes/fields.ts';
import type { IndexedReport, IndexedRuntime, LoadScope } from '../runtimes/indexed.ts';
import type { Session } from '../runtimes/session.ts';
import type { Span } from '../util/text.ts';
import type { ForeignLoad } from './events.ts';
import type { WorkspaceView } from './workspaceView.ts';

export type RuleGroup =
  | 'frontmatter'
  | 'structure'
  | 'suppression'
  | 'contract'
  | 'workspace'
  | 'manifest'
  | 'settings';

/** `{name}` in the text is replaced by the value passed to `report`. */
export interface MessageSpec {
  readonly text: string;
  /** If it differs from the severity of the rule. */
  readonly severity?: Severity;
}

export interface ExampleFile {
  /** Marked text: `⟦…⟧` encloses the characters the problem is on. */
  readonly text: string;
  /** The path of the file; by default `.claude/agents/example.md`, or `kit/.claude-plugin/plugin.json` for a manifest. */
  readonly path?: string;
  /** Other files that exist, relative to the workspace folder. */
  readonly files?: readonly string[];
  /** The contents of other files by path, with `~/` for the user's folder: the workspace of the example. */
  readonly workspace?: Readonly<Record<string, string>>;
  /** The oldest version of the runtime the agents must support. */
  readonly version?: string;
  /** The current date, `yyyy-mm-dd`. */
  readonly today?: string;
  /** The generation of the Ring format the agents follow. */
  readonly ringGeneration?: string;
}

export interface InvalidExample<Key extends string = string> extends ExampleFile {
  readonly message: Key;
  /** The text after applying the rule's first fix. */
  readonly fixed?: string;
}

/** `Context` is what the rule is given of a file: it differs with the kind of file. */
export interface RuleSpec<Key extends string, Context = RuleContext<Key>> {
  readonly code: `${RuleGroup}/${string}`;
  readonly severity: Severity;
  /** One line: what the rule reports. */
  readonly summary: string;
  /** What the runtime does and why that matters, in Markdown. */
  readonly rationale: string;
  readonly evidence: readonly Evidence[];
  readonly messages: Readonly<Record<Key, string | MessageSpec>>;
  readonly examples: { readonly invalid: readonly InvalidExample<Key>[]; readonly valid: readonly ExampleFile[] };
  check(context: Context): void;
}

/** A rule about agent files without the type of its message keys, as stored in lists of rules. */
export type AgentRule = RuleSpec<string>;

/** A rule about a JSON file: its context is known to the runtime that reads the file. */
export type JsonRule = RuleSpec<string, never>;

export type Rule = AgentRule | JsonRule;

export interface ReportOptions {
  readonly values?: MessageValues;
  readonly fixes?: readonly (Fix | undefined)[];
  readonly unnecessary?: boolean;
  readonly addTo?: ConfigList;
  readonly addNames?: readonly string[];
  /** The characters must not appear where others can read them, such as in a build log. */
  readonly sensitive?: boolean;
  /** Other locations related to the problem. */
  readonly related?: readonly RelatedPlace[];
}

export interface Reporting<Key extends string> {
  report(message: Key, span: Span, options?: ReportOptions): void;
}

export interface RuleContext<Key extends string = string> extends Reporting<Key> {
  readonly document: AgentDocument;
  readonly runtime: IndexedRuntime;
  readonly scope: LoadScope;
  readonly session: Session;
  /** What the runtime does with the document. */
  readonly load: IndexedReport;
  readonly files: FileView;
  readonly workspace: WorkspaceView;
  /** What another runtime makes of it, where that runtime owns the file; `load` then counts for nothing but the text. */
  readonly foreign?: ForeignLoad;
  readonly environment: Environment;
  /** The suppressions in the file. Only rules of the group `suppression` know whether each one was used. */
  readonly suppressions: readonly Suppression[];
}

/** What the project declares about itself. */
export interface Environment {
  /** Tools that exist in the project but in no vocabulary. */
  readonly knownTools: ReadonlySet<string>;
  readonly knownFields: ReadonlySet<string>;
  /** The version of the runtime the agents must support; undefined means the newest known version. */
  readonly runtimeVersion: string | undefined;
  /** The generation of the Ring format the agents follow; undefined means detect it from the document. */
  readonly ringGeneration?: string | undefined;
  /**
   * The current date, `yyyy-mm-dd`; undefined if the host does not provide it, in which case future dates are not
   * reported.
   */
  readonly today?: string | undefined;
}

export const PLAIN_ENVIRONMENT: Environment = {
  knownTools: new Set(),
  knownFields: new Set(),
  runtimeVersion: undefined,
};

/** A comment that disables rules. */
export interface Suppression {
  readonly kind: 'next-line' | 'rest';
  /** Empty means every rule. */
  readonly codes: readonly string[];
  /** The comment. */
  readonly span: Span;
  readonly used: boolean;
  /** The code of a problem that it covers and cannot switch off, because that says why the file is lost. */
  readonly refused: string | null;
}

/** What a rule may ask about other files. */
export interface FileView {
  /**
   * Whether the target of a relative link exists next to the file or in any parent folder up to the workspace folder.
   * `unknown` if it has not been looked up; the caller is then told which targets were requested.
   */
  linkTarget(uri: string, target: string): 'exists' | 'missing' | 'unknown';
}

/** Types `report` by the keys of `messages`, making a wrong key a compile error. */
export function defineRule<Key extends string>(rule: RuleSpec<Key>): AgentRule {
  return rule as unknown as AgentRule;
}
