// Quick fixes that add a custom tool or field to the project's configuration.
import type { CodeAction, Diagnostic, WorkspaceEdit } from 'vscode-languageserver-types';
import { CodeActionKind } from 'vscode-languageserver-types';
import { CONFIG_FILE } from '../lint/config.ts';
import type { AgentDocument } from '../model/document.ts';
import type { ConfigList, Problem } from '../model/problem.ts';
import { keyText, parseYaml, resolveAlias } from '../model/yaml.ts';
import { createLineIndex, slice } from '../util/text.ts';
import { decoded } from '../util/uri.ts';

/** The configuration file that applies to a document, or the place where one would be created. */
export interface ConfigPlace {
  readonly uri: string;
  /** Null if it does not exist yet. */
  readonly text: string | null;
  /** Whether the client can create a file as part of an edit. */
  readonly canCreate: boolean;
}

const TITLES: Readonly<Record<ConfigList, (names: string) => string>> = {
  knownTools: (names) => `Add ${names} to the known tools in ${CONFIG_FILE}`,
  knownFields: (names) => `Add ${names} to the known fields in ${CONFIG_FILE}`,
  documents: () => `Mark this file as a document in ${CONFIG_FILE}`,
};

export function configAction(
  document: AgentDocument,
  problem: Problem,
  diagnostic: Diagnostic,
  place: ConfigPlace | null,
): CodeAction | null {
  const list = problem.addTo;
  if (!list || !place) return null;
  const entries = list === 'documents' ? globsOf(document.uri, place.uri) : namesOf(document, problem);
  if (entries.length === 0) return null;
  const edit = addToList(place, list, entries);
  const shown = entries.map((entry) => `\`${entry}\``).join(', ');
  return edit && { title: TITLES[list](shown), kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit };
}

function namesOf({ text }: AgentDocument, { span, addNames }: Problem): string[] {
  const names = addNames ?? [slice(text, span)];
  return names.filter((name) => /^[\w-]{1,100}$/.test(name));
}

/** The glob that only this file matches, from the folder of the configuration; none for a file that lies elsewhere. */
function globsOf(uri: string, configUri: string): string[] {
  const folder = configUri.slice(0, configUri.lastIndexOf('/') + 1);
  return uri.startsWith(folder) ? [decoded(uri.slice(folder.length)).replace(/[\\*?[\]{}()!+@|]/g, '\\$&')] : [];
}

/** A minimal edit that adds strings to a list of the file; null where the file is not as it should be. */
function addToList(place: ConfigPlace, list: string, values: readonly string[]): WorkspaceEdit | null {
  const { uri, text, canCreate } = place;
  const item = values.map((value) => JSON.stringify(value)).join(', ');
  if (text === null) {
    if (!canCreate) return null;
    const start = { line: 0, character: 0 };
    const newText = `{\n  ${JSON.stringify(list)}: [${item}]\n}\n`;
    const edits = [{ range: { start, end: start }, newText }];
    return {
      documentChanges: [
        { kind: 'create', uri, options: { ignoreIfExists: true } },
        { textDocument: { uri, version: null }, edits },
      ],
    };
  }
  const insertion = insertionInto(text, list, item);
  if (!insertion) return null;
  const at = createLineIndex(text).positionAt(insertion.at);
  return { changes: { [uri]: [{ range: { start: at, end: at }, newText: insertion.newText }] } };
}

function insertionInto(text: string, list: string, item: string): { at: number; newText: string } | null {
  const { root, errors } = parseYaml(text);
  const map = resolveAlias(root);
  if (errors.length > 0 || map?.kind !== 'map' || !map.flow) return null;
  const value = map.pairs.find(({ key }) => keyText(key) === list)?.value;
  if (value?.kind === 'sequence') {
    const last = value.items.at(-1);
    return last ? { at: last.span.end, newText: `, ${item}` } : { at: value.span.start + 1, newText: item };
  }
  if (value) return null;
  const last = map.pairs.at(-1);
  const entry = `${JSON.stringify(list)}: [${item}]`;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  if (!last) return { at: map.span.start + 1, newText: `${lineBreak}  ${entry}${lineBreak}` };
  return { at: last.value?.span.end ?? last.key.span.end, newText: `,${lineBreak}  ${entry}` };
}
