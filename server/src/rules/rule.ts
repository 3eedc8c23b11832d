// What a rule is: data plus one function. Its docs page, setting, schema entry and tests all come from this object.
import type { Dialect, LoadReport, LoadScope, Session } from '../dialects/dialect.ts';
import type { Evidence } from '../dialects/fields.ts';
import type { RingGenerationSetting } from '../dialects/ring/vocabulary.ts';
import type { AgentDocument } from '../model/document.ts';
import type { Fix, MessageValues, RelatedPlace, Severity } from '../model/problem.ts';
import type { Span } from '../util/text.ts';
import type { WorkspaceView } from './workspaceView.ts';

export type RuleGroup = 'frontmatter' | 'structure' | 'suppression' | 'contract' | 'workspace';

/** `{name}` in the text is filled from the values given to `report`. */
export interface MessageSpec {
  readonly text: string;
  /** Where it differs from the rule's own severity. */
  readonly severity?: Severity;
}

export interface ExampleFile {
  /** Marked text: `⟦…⟧` encloses the characters the problem sits on. */
  readonly text: string;
  /** Where the file lies; `.claude/agents/example.md` unless told. */
  readonly path?: string;
  /** Other files that exist, relative to the workspace folder. */
  readonly files?: readonly string[];
  /** The texts of other files by path, `~/` for the user's own folder: the workspace the example stands in. */
  readonly workspace?: Readonly<Record<string, string>>;
  /** The version of the runtime the agents must work with. */
  readonly version?: string;
  /** The day it is, `yyyy-mm-dd`. */
  readonly today?: string;
  /** The generation of the Ring format the agents are written for. */
  readonly ringGeneration?: RingGenerationSetting;
}

export interface InvalidExample<Key extends string = string> extends ExampleFile {
  readonly message: Key;
  /** The text after the rule's first fix. */
  readonly fixed?: string;
}

export interface RuleSpec<Key extends string> {
  readonly code: `${RuleGroup}/${string}`;
  readonly severity: Severity;
  /** One line: what it reports. */
  readonly summary: string;
  /** What the runtime does and why that matters, in Markdown. */
  readonly rationale: string;
  readonly evidence: readonly Evidence[];
  readonly messages: Readonly<Record<Key, string | MessageSpec>>;
  readonly examples: { readonly invalid: readonly InvalidExample<Key>[]; readonly valid: readonly ExampleFile[] };
  check(context: RuleContext<Key>): void;
}

/** A rule with its message keys forgotten, as lists of rules hold it. */
export type Rule = RuleSpec<string>;

export interface ReportOptions {
  readonly values?: MessageValues;
  readonly fixes?: readonly (Fix | undefined)[];
  readonly unnecessary?: boolean;
  /** The characters must not be shown where others may read along, as in the log of a build. */
  readonly sensitive?: boolean;
  /** Other places that have to do with it. */
  readonly related?: readonly RelatedPlace[];
}

export interface RuleContext<Key extends string = string> {
  readonly document: AgentDocument;
  readonly dialect: Dialect;
  readonly scope: LoadScope;
  readonly session: Session;
  /** What the runtime does with the document. */
  readonly load: LoadReport;
  readonly files: FileView;
  readonly workspace: WorkspaceView;
  readonly environment: Environment;
  /** Those of the file; whether each took a problem away is known to rules of the group `suppression` only. */
  readonly suppressions: readonly Suppression[];
  report(message: Key, span: Span, options?: ReportOptions): void;
}

/** What the project says about itself. */
export interface Environment {
  /** Tools that exist there though no vocabulary has them. */
  readonly knownTools: ReadonlySet<string>;
  readonly knownFields: ReadonlySet<string>;
  /** The version of the runtime the agents must work with; undefined: the newest known. */
  readonly runtimeVersion: string | undefined;
  /** The generation of the Ring format the agents are written for; undefined: as the document looks. */
  readonly ringGeneration?: RingGenerationSetting | undefined;
  /** The day it is, `yyyy-mm-dd`; undefined where the host does not say: dates in the future are then not reported. */
  readonly today?: string | undefined;
}

export const PLAIN_ENVIRONMENT: Environment = {
  knownTools: new Set(),
  knownFields: new Set(),
  runtimeVersion: undefined,
};

/** A comment that switches rules off. */
export interface Suppression {
  readonly kind: 'next-line' | 'rest';
  /** Empty: every rule. */
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
   * Whether the target of a relative link exists, looked for beside the file and in every folder above it up to the
   * workspace folder. `unknown` where it has not been looked up; the caller is then told which targets were asked for.
   */
  linkTarget(uri: string, target: string): 'exists' | 'missing' | 'unknown';
}

/** Types `report` by the keys of `messages`, so that a wrong key does not compile. */
export function defineRule<Key extends string>(rule: RuleSpec<Key>): Rule {
  return rule as unknown as Rule;
}
