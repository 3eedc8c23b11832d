// What client and server say to each other beyond LSP: names, types and how options are read. Shared with the client.

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

/** What a client may say in `initializationOptions`. */
export interface ClientOptions {
  /** Keys whose values the client completes itself, so that the server leaves them out. */
  readonly completes: ReadonlySet<string>;
  /** The client's own outline shows the headings of Markdown, so that the server leaves them out. */
  readonly ownHeadings: boolean;
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
  return { completes: new Set(completes), ownHeadings: options.ownHeadings === true, settings: options.settings };
}
