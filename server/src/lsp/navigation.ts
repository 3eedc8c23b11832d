// Registers what leads from one file to another: definition, references, rename, symbols, links, call hierarchy.
import { type CallHierarchyItem, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../features/callHierarchy.ts';
import { definition, type FileContext } from '../features/definition.ts';
import { documentLinks } from '../features/documentLinks.ts';
import { references } from '../features/references.ts';
import { prepareRename, RenameRefused, rename } from '../features/rename.ts';
import type { Surroundings } from '../features/target.ts';
import { workspaceSymbols } from '../features/workspaceSymbols.ts';
import type { FileSystem } from '../workspace/host.ts';
import type { FeatureContext } from './features.ts';
import { handle } from './handle.ts';

export interface NavigationContext extends FeatureContext {
  readonly files: FileSystem;
  folders(): readonly string[];
}

export function registerNavigation(context: NavigationContext): void {
  const { connection, documents, analyses, workspace, log, capabilities } = context;
  const { index } = workspace;
  const edits = capabilities.workspace?.workspaceEdit;
  const abilities = {
    documentChanges: edits?.documentChanges === true,
    renamesFiles: edits?.documentChanges === true && edits.resourceOperations?.includes('rename') === true,
    annotations: edits?.changeAnnotationSupport !== undefined,
  };

  /** The document among its neighbours, all open documents as they are now. Null for what is no agent. */
  function around(uri: string): Surroundings | null {
    // What is open may have changed since it was last looked at.
    for (const document of documents.all()) analyses.of(document);
    const document = documents.get(uri);
    const analysis = document ? analyses.of(document) : null;
    return analysis && { document: analysis.document, load: analysis.load, index };
  }

  const fileContext = (): FileContext => ({ files: context.files, folders: context.folders() });

  connection.onDefinition(
    handle('definition', log, [], async ({ textDocument, position }) => {
      const here = around(textDocument.uri);
      if (!here) return [];
      const links = await definition(here, here.document.lines.offsetAt(position), fileContext());
      if (capabilities.textDocument?.definition?.linkSupport) return links;
      return links.map(({ targetUri: uri, targetSelectionRange: range }) => ({ uri, range }));
    }),
  );

  connection.onReferences(
    handle('references', log, [], async ({ textDocument, position, context: { includeDeclaration } }) => {
      await workspace.settled();
      const here = around(textDocument.uri);
      return here ? references(here, here.document.lines.offsetAt(position), { includeDeclaration }) : [];
    }),
  );

  connection.onPrepareRename(
    handle('rename', log, null, ({ textDocument, position }) => {
      const here = around(textDocument.uri);
      const start = here && prepareRename(here, here.document.lines.offsetAt(position));
      return start && { range: start.range, placeholder: start.placeholder };
    }),
  );

  connection.onRenameRequest(async (params, token) => {
    const { textDocument, position, newName } = params;
    await workspace.settled();
    const here = around(textDocument.uri);
    const start = here && prepareRename(here, here.document.lines.offsetAt(position));
    if (!start || token.isCancellationRequested) return null;
    // What is to be changed is read once more, so that no edit lands beside its place.
    const touched = [start.agent.uri, ...index.mentionsOf(start.agent).map(({ uri }) => uri)];
    await workspace.update([...new Set(touched)].map((uri) => ({ uri, kind: 'changed' })));
    const agent = index.agentAt(start.agent.uri);
    const versionOf = (uri: string): number | null => documents.get(uri)?.version ?? null;
    try {
      return agent ? rename(agent, newName, index, abilities, versionOf) : null;
    } catch (error) {
      if (error instanceof RenameRefused) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
      throw error;
    }
  });

  connection.onWorkspaceSymbol(
    handle('workspace symbols', log, [], async ({ query }) => {
      await workspace.settled();
      for (const document of documents.all()) analyses.of(document);
      return workspaceSymbols(index, query);
    }),
  );

  connection.onDocumentLinks(
    handle('document links', log, [], async ({ textDocument }) => {
      const here = around(textDocument.uri);
      return here ? documentLinks(here.document, fileContext()) : [];
    }),
  );

  connection.languages.callHierarchy.onPrepare(
    handle('call hierarchy', log, null, ({ textDocument, position }) => {
      const here = around(textDocument.uri);
      return here && prepareCallHierarchy(here, here.document.lines.offsetAt(position));
    }),
  );
  connection.languages.callHierarchy.onIncomingCalls(
    handle('incoming calls', log, [], ({ item }: { item: CallHierarchyItem }) => incomingCalls(item.uri, index)),
  );
  connection.languages.callHierarchy.onOutgoingCalls(
    handle('outgoing calls', log, [], ({ item }: { item: CallHierarchyItem }) => outgoingCalls(item.uri, index)),
  );
}
