// Registers what leads from one file to another: definition, references, rename, symbols, links, call hierarchy.
import {
  type CallHierarchyItem,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../features/callHierarchy.ts';
import { definition, type FileContext } from '../features/definition.ts';
import { documentLinks } from '../features/documentLinks.ts';
import { references } from '../features/references.ts';
import { prepareRename, RenameRefused, rename, renamedFile } from '../features/rename.ts';
import {
  type OwnedSurroundings,
  ownedDefinition,
  ownedReferences,
  prepareOwnedRename,
  renameOwned,
} from '../features/runtimeNavigation.ts';
import type { Surroundings } from '../features/target.ts';
import { workspaceSymbols } from '../features/workspaceSymbols.ts';
import { normalizeUri } from '../workspace/uris.ts';
import type { FeatureContext } from './features.ts';
import { handle } from './handle.ts';

export interface NavigationContext extends FeatureContext {
  folders(): readonly string[];
  /** Resolves when the workspace has been read, and all that was told of it since. */
  settled(): Promise<void>;
}

interface PositionContext {
  /** Null for what is no agent of the runtime that the index knows. */
  readonly here: Surroundings | null;
  /** The same for an agent of another runtime whose agents name each other. */
  readonly owned: OwnedSurroundings | null;
  readonly offset: number;
}

const NOWHERE: PositionContext = { here: null, owned: null, offset: 0 };

export function registerNavigation(context: NavigationContext): void {
  const { connection, documents, analyses, workspace, files, log, capabilities } = context;
  const { ownHeadings } = context.options;
  const { index } = workspace;
  const edits = capabilities.workspace?.workspaceEdit;
  const abilities = {
    documentChanges: edits?.documentChanges === true,
    renamesFiles: edits?.documentChanges === true && edits.resourceOperations?.includes('rename') === true,
    annotations: edits?.changeAnnotationSupport !== undefined,
  };

  /** What is open may have changed since it was last looked at. */
  function indexOpenDocuments(): void {
    for (const document of documents.all()) analyses.of(document) ?? analyses.json(document);
  }

  /** A place in a document among its neighbours, all of them as they are now. */
  async function contextAt({ textDocument, position }: TextDocumentPositionParams): Promise<PositionContext> {
    await context.settled();
    indexOpenDocuments();
    const open = documents.get(textDocument.uri);
    const analysis = open ? analyses.of(open) : null;
    if (!analysis) return NOWHERE;
    const { document, load, foreign, identity } = analysis;
    return {
      here: identity.owner ? null : { document, load, index },
      owned: foreign?.runtime.naming ? { document, foreign, index } : null,
      offset: document.lines.offsetAt(position),
    };
  }

  function linksFor(links: readonly LocationLink[]): LocationLink[] | Location[] {
    if (capabilities.textDocument?.definition?.linkSupport) return [...links];
    return links.map(({ targetUri: uri, targetSelectionRange: range }) => ({ uri, range }));
  }

  /** An editor's own spelling of a URI need not be ours. */
  function versionOf(uri: string): number | null {
    const document = documents.get(uri) ?? documents.all().find((each) => normalizeUri(each.uri) === uri);
    return document?.version ?? null;
  }

  const fileContext = (): FileContext => ({ files, folders: context.folders() });

  connection.onDefinition(
    handle('definition', log, [], async (params) => {
      const { here, owned, offset } = await contextAt(params);
      if (here) return linksFor(await definition(here, offset, { ...fileContext(), ownHeadings }));
      return owned ? linksFor(ownedDefinition(owned, offset)) : [];
    }),
  );

  connection.onReferences(
    handle('references', log, [], async (params) => {
      const { here, owned, offset } = await contextAt(params);
      const { includeDeclaration } = params.context;
      if (here) return references(here, offset, { includeDeclaration });
      return owned ? ownedReferences(owned, offset, { includeDeclaration }) : [];
    }),
  );

  connection.onPrepareRename(
    handle('start of a rename', log, null, async (params) => {
      const { here, owned, offset } = await contextAt(params);
      if (owned) return prepareOwnedRename(owned, offset);
      const start = here && prepareRename(here, offset);
      return start && { range: start.range, placeholder: start.placeholder };
    }),
  );

  connection.onRenameRequest(
    handle('rename', log, null, async ({ newName, ...params }, token) => {
      const { here, owned, offset } = await contextAt(params);
      if (owned) return renameOwned(owned, offset, newName.trim());
      const start = here && prepareRename(here, offset);
      if (!start || token.isCancellationRequested) return null;
      // What is to be changed is read once more, so that no edit lands beside its place.
      const touched = [start.agent.uri, ...index.mentionsOf(start.agent).map(({ uri }) => uri)];
      await workspace.update([...new Set(touched)].map((uri) => ({ uri, kind: 'changed' })));
      const newUri = renamedFile(start.agent, newName);
      const isTaken = newUri !== null && (await files.stat(newUri)) !== null;
      indexOpenDocuments();
      const agent = index.agentAt(start.agent.uri);
      const able = { ...abilities, renamesFiles: abilities.renamesFiles && !isTaken };
      try {
        return agent ? rename(agent, newName, index, able, versionOf) : null;
      } catch (error) {
        if (error instanceof RenameRefused) {
          const { messageId, values } = error.refusal;
          throw new ResponseError(LSPErrorCodes.RequestFailed, error.message, { messageId, values });
        }
        throw error;
      }
    }),
  );

  connection.onWorkspaceSymbol(
    handle('workspace symbols', log, [], async ({ query }) => {
      await context.settled();
      indexOpenDocuments();
      return workspaceSymbols(index, query);
    }),
  );

  connection.onDocumentLinks(
    handle('document links', log, [], ({ textDocument }) => {
      const document = documents.get(textDocument.uri);
      const analysis = document && analyses.of(document);
      return analysis ? documentLinks(analysis.document, fileContext()) : [];
    }),
  );

  connection.languages.callHierarchy.onPrepare(
    handle('call hierarchy', log, null, async (params) => {
      const { here, offset } = await contextAt(params);
      return here && prepareCallHierarchy(here, offset);
    }),
  );
  connection.languages.callHierarchy.onIncomingCalls(
    handle('incoming calls', log, [], ({ item }: { item: CallHierarchyItem }) => incomingCalls(item.uri, index)),
  );
  connection.languages.callHierarchy.onOutgoingCalls(
    handle('outgoing calls', log, [], ({ item }: { item: CallHierarchyItem }) => outgoingCalls(item.uri, index)),
  );
}
