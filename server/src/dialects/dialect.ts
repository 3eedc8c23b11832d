// What a dialect is: the format one tool reads, and what that tool's loader does with a file.
import type { AgentDocument } from '../model/document.ts';
import type { YamlNode } from '../model/yaml.ts';
import type { Span } from '../util/text.ts';
import type { FieldTable } from './fields.ts';

export type DialectId = 'claude-code';

/** Where a loader finds a file decides how it treats it. Claude Code's user and managed folders load like a project's. */
export type LoadScope = 'project' | 'plugin';

export interface LoadContext {
  readonly scope: LoadScope;
  /** What the agent's surroundings decide; nothing is known of them where it is left out. */
  readonly session?: Session;
}

/** What a session that could start the agent reads besides the agent's own file. */
export interface Session {
  /** The plugin the agent comes from; null for one of a project or the user. */
  readonly plugin: string | null;
  /** Names of the MCP servers it finds configured; null where no configuration is known, so any server may exist. */
  readonly servers: readonly string[] | null;
}

export const UNKNOWN_SESSION: Session = { plugin: null, servers: null };

export interface Dialect {
  readonly id: DialectId;
  readonly label: string;
  /** The runtime version the facts were measured on. */
  readonly measuredOn: string;
  readonly scopes: readonly LoadScope[];
  readonly fields: FieldTable;
  load(document: AgentDocument, context: LoadContext): LoadReport;
}

/** One top-level entry of the front matter, as the runtime reads it. */
export interface FieldEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** Null where nothing is written after the colon. */
  readonly value: YamlNode | null;
  /** The value as written, quotes included; empty, after the colon, where there is none. */
  readonly valueSpan: Span;
  /** A later entry with the same key wins. */
  readonly overridden: boolean;
}

/** A value the runtime put in quotes to make the YAML readable. */
export interface Repair {
  readonly key: string;
  readonly keySpan: Span;
  /** The value as written. */
  readonly valueSpan: Span;
  /** What the runtime reads in its place: the quoted value. */
  readonly replacement: string;
}

/** The front matter as one runtime reads it. */
export interface Reading {
  /**
   * `none`: no front matter block; `repaired`: read after the values in `repairs` were quoted and `tabs` made spaces;
   * `unreadable`: lost, `error` says why; `not-a-map`: YAML, but not `key: value` lines.
   */
  readonly state: 'none' | 'read' | 'repaired' | 'unreadable' | 'not-a-map';
  /** In order of writing. Empty unless `read` or `repaired`. */
  readonly entries: readonly FieldEntry[];
  readonly repairs: readonly Repair[];
  /** Tabs at the start of lines that the runtime read as spaces, where the state is `repaired`. */
  readonly tabs: readonly Span[];
  readonly error?: ReadError;
}

export interface ReadError {
  /** Plain words about the YAML problem, no file name, no final stop. */
  readonly message: string;
  readonly span: Span;
}

/** A field whose value is not, or not as written, what the runtime uses. `reason` is a rule code or a short sentence. */
export interface IgnoredField {
  readonly field: string;
  readonly reason: string;
  /** The key the field is written under. */
  readonly span: Span;
}

export interface RefusedTool {
  readonly name: string;
  readonly span: Span;
  readonly reason: 'unknown' | 'dead' | 'wrong-case' | 'not-for-subagents' | 'disallowed' | 'malformed';
}

/** What a dialect's loader does with a document. */
export interface LoadReport {
  readonly runtime: DialectId;
  readonly as: LoadScope;
  readonly loads: boolean;
  /** The code of the rule that explains why it does not load; null where it loads. */
  readonly reason: string | null;
  /** The name it goes by, without a plugin's prefix; null where it does not load. */
  readonly name: string | null;
  /** The description as read; null where there is none. */
  readonly description: string | null;
  /** `inherit`: every tool of the session. */
  readonly tools: 'inherit' | readonly string[];
  /** Tools taken away by `disallowedTools`, in order of writing: what `inherit` leaves out. */
  readonly deniedTools: readonly string[];
  readonly refusedTools: readonly RefusedTool[];
  /** What was written for `model`, as read; null where nothing was. */
  readonly model: string | null;
  readonly ignored: readonly IgnoredField[];
  readonly reading: Reading;
}

/** The entry that counts for a key: the last one. */
export function entryOf(reading: Reading, key: string): FieldEntry | undefined {
  return reading.entries.findLast((entry) => entry.key === key);
}
