// What is said of the runtime whose agents are indexed: its places as scopes, and in full what its loader does with a document.
import type { AgentDocument } from '../model/document.ts';
import type { Span } from '../util/text.ts';
import type { FieldEntry } from './entries.ts';
import type { FieldTable } from './fields.ts';
import type { Powers } from './powers.ts';
import type { Session } from './session.ts';

export type IndexedRuntimeId = 'claude-code';

/**
 * The location of a file determines how the loader treats it. Claude Code's user and managed folders load like a
 * project's.
 */
export type LoadScope = 'project' | 'plugin';

/** Which runtime an agent file is for, and how that one loads it. */
export interface Detected {
  readonly runtime: IndexedRuntimeId;
  readonly scope: LoadScope;
  /** `path`: the runtime reads this location; `fields`: a loose file that looks like an agent. */
  readonly by: 'path' | 'fields';
}

export interface LoadContext {
  readonly scope: LoadScope;
  /** What the agent's surroundings decide; nothing is known of them where it is left out. */
  readonly session?: Session;
  /** What stands before the name in what it is called by: a plugin and its folders. Null where the plugin is not known. */
  readonly prefix?: readonly string[] | null;
  /** What the manifest of the agent's plugin does with the file; it loads by default. */
  readonly manifest?: ManifestVerdict;
}

/** `refused`: the whole plugin does not load; `unlisted`: the manifest lists the plugin's agents without this file. */
export type ManifestVerdict = 'loads' | 'refused' | 'unlisted';

export interface IndexedRuntime {
  readonly id: IndexedRuntimeId;
  readonly label: string;
  /** The runtime version the facts were measured on. */
  readonly measuredOn: string;
  readonly scopes: readonly LoadScope[];
  readonly fields: FieldTable;
  load(document: AgentDocument, context: LoadContext): IndexedReport;
}

/** An entry, and whether it counts. */
export interface IndexedEntry extends FieldEntry {
  /** A later entry with the same key wins. */
  readonly overridden: boolean;
}

/** A value the runtime quoted to make the YAML readable. */
export interface Repair {
  readonly key: string;
  readonly keySpan: Span;
  /** The value as written. */
  readonly valueSpan: Span;
  /** What the runtime reads instead: the quoted value. */
  readonly replacement: string;
}

/** The front matter as one runtime reads it. */
export interface IndexedReading {
  /**
   * `none`: no front matter block; `repaired`: read after quoting the values in `repairs` and replacing `tabs` with
   * spaces; `unreadable`: lost, and `error` says why; `not-a-map`: YAML, but not `key: value` lines.
   */
  readonly state: 'none' | 'read' | 'repaired' | 'unreadable' | 'not-a-map';
  /** In source order. Empty unless `read` or `repaired`. */
  readonly entries: readonly IndexedEntry[];
  readonly repairs: readonly Repair[];
  /** Leading tabs that the runtime read as spaces, if the state is `repaired`. */
  readonly tabs: readonly Span[];
  readonly error?: ReadError;
}

export interface ReadError {
  /** A plain description of the YAML problem, without a file name or a final period. */
  readonly message: string;
  readonly span: Span;
}

/** A field whose value the runtime does not use, or not as written. `reason` is a rule code or a short sentence. */
export interface IgnoredField {
  readonly field: string;
  readonly reason: string;
  /** The key the field is written under. */
  readonly span: Span;
}

/** What a runtime's loader does with a document. */
export interface IndexedReport extends Powers {
  readonly runtime: IndexedRuntimeId;
  readonly as: LoadScope;
  readonly loads: boolean;
  /** The code of the rule that explains why the file does not load; null if it loads. */
  readonly reason: string | null;
  /** The agent's name without a plugin prefix; null if it does not load. */
  readonly name: string | null;
  /** What the agent is called by: a plugin's agent has its plugin and folders in front. Null if that is not known. */
  readonly id: string | null;
  /** The description as read; null if there is none. */
  readonly description: string | null;
  readonly ignored: readonly IgnoredField[];
  readonly reading: IndexedReading;
}
