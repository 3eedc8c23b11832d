// What client and server say to each other beyond LSP: names, types, words, and how options are read. Shared with the client.
import type { SectionStatus } from '../formats/ring/status.ts';

export { STATUS_WORDS } from '../formats/ring/status.ts';

/** Asks for the card of an open agent file. Answers null where the file is none the server knows. */
export const CardRequest = 'agentwright/card';

export interface CardParams {
  readonly uri: string;
}

export interface CardResult {
  /** Version of the document the card was made from. */
  readonly version: number;
  readonly title: string;
  /** Safe HTML: all text of the file is escaped, and its elements are few and known. */
  readonly html: string;
}

/** Asks whether an answer keeps the contract of an open agent file. */
export const VerifyRequest = 'agentwright/verify';

export interface VerifyParams {
  /** The agent file. */
  readonly uri: string;
  /** The answer. */
  readonly text: string;
}

/** Null where the file is none the server knows, or has no contract. */
export interface VerifyResult {
  readonly kept: boolean;
  readonly sections: readonly VerifiedSection[];
}

export interface VerifiedSection {
  readonly name: string;
  readonly status: SectionStatus;
  readonly breaks: boolean;
  readonly message: string;
  /** In the answer; null where the section is not there. */
  readonly range: PlainRange | null;
  /** Where the agent file asks for it. */
  readonly agentRange: PlainRange;
}

/** Asks which runtimes an agent can be converted for. Answers a list of `ConvertTarget`. */
export const ConvertTargetsRequest = 'agentwright/convertTargets';

export interface ConvertTarget {
  readonly id: string;
  readonly label: string;
  /** Its agent folder, from the project: `.gemini/agents`. */
  readonly folder: string;
  /** What is known of it was measured, and not only read in its documentation. */
  readonly isMeasured: boolean;
}

/** Asks for an open agent file as a file of another runtime. Nothing is written. */
export const ConvertRequest = 'agentwright/convert';

export interface ConvertParams {
  readonly uri: string;
  /** The id of a target. */
  readonly to: string;
  /** In the words of the target; it is found by its name where nothing is said. */
  readonly model?: string;
}

/** Null where the file is no agent the server knows. */
export type ConvertAnswer = ConvertedAgent | { readonly ok: false; readonly message: string };

export interface ConvertedAgent {
  readonly ok: true;
  /** The runtime, and what is known of it. */
  readonly target: string;
  /** The path of the folder that has the agent folder; null where it is that of the workspace. */
  readonly root: string | null;
  /** Where the target reads the file, from that folder. */
  readonly path: string;
  readonly text: string;
  readonly losses: readonly ConvertLoss[];
  /** Models the target offers. */
  readonly models: readonly string[];
}

export interface ConvertLoss {
  readonly field: string;
  readonly how: 'dropped' | 'approximated' | 'moved-to-prompt' | 'needs-choice';
  /** The agent can do more than before. */
  readonly wider: boolean;
  /** Without marks. */
  readonly message: string;
}

export interface PlainRange {
  readonly start: PlainPosition;
  readonly end: PlainPosition;
}

/** Zero-based line and UTF-16 character. */
export interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

/** What the `data` of a diagnostic holds for clients that know where the cursor is; see docs/decisions/0018. */
export interface WrittenIn {
  /** Where the text stands that has to be written before the error goes: an error while it is typed is none yet. */
  readonly writtenIn?: PlainRange;
}

/** What a client may say in `initializationOptions`. */
export interface ClientOptions {
  /** Keys whose values the client completes itself, so that the server leaves them out. */
  readonly completes: ReadonlySet<string>;
  /** The client itself knows the headings of Markdown (outline, anchors), so that the server leaves them out. */
  readonly ownHeadings: boolean;
  /** The client itself completes and explains what prompts refer to by a mark (`#tool:`, `#file:`). */
  readonly ownMarks: boolean;
  /** Settings, for a client that answers no configuration requests. */
  readonly settings: unknown;
}

export interface ServerInfo {
  readonly name: string;
  readonly version: string;
}

/** Never throws: whatever is missing or of another type counts as not said. */
export function readClientOptions(value: unknown): ClientOptions {
  const options = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const completes = Array.isArray(options.completes) ? options.completes.filter((key) => typeof key === 'string') : [];
  return {
    completes: new Set(completes),
    ownHeadings: options.ownHeadings === true,
    ownMarks: options.ownMarks === true,
    settings: options.settings,
  };
}
