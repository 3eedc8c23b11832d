// Registers what leads from one file to another: definition, references, rename, symbols, links, call hierarchy.
import {
  type CallHierarchyItem,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  ResponseError,
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
import type { FileSystem } from '../workspace/host.ts';
import { normalizeUri } from '../workspace/uris.ts';
import type { FeatureContext } from './features.ts';
import { handle } from './handle.ts';

export interface NavigationContext extends FeatureContext {
  readonly files: FileSystem;
  folders(): readonly string[];
  /** Resolves when the workspace has been read, and all that was told of it since. */
  settled(): Promise<void>;
}

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
  function lookAtOpen(): void {
    for (const document of documents.all()) analyses.of(document) ?? analyses.json(document);
  }

  /** The document among its neighbours, all of them as they are now. Null for what is no agent. */
  async function around(uri: string): Promise<Surroundings | null> {
    await context.settled();
    lookAtOpen();
    const document = documents.get(uri);
    const analysis = document ? analyses.of(document) : null;
    if (!analysis || analysis.identity.owner) return null;
    return { document: analysis.document, load: analysis.load, index };
  }

  /** The same for a document of another runtime whose agents name each other. */
  async function aroundOwned(uri: string): Promise<OwnedSurroundings | null> {
    await context.settled();
    lookAtOpen();
    const document = documents.get(uri);
    const analysis = document ? analyses.of(document) : null;
    return analysis?.foreign?.runtime.naming ? { document: analysis.document, foreign: analysis.foreign, index } : null;
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
    handle('definition', log, [], async ({ textDocument, position }) => {
      const here = await around(textDocument.uri);
      if (here) {
        const offset = here.document.lines.offsetAt(position);
        return linksFor(await definition(here, offset, { ...fileContext(), ownHeadings }));
      }
      const owned = await aroundOwned(textDocument.uri);
      return owned ? linksFor(ownedDefinition(owned, owned.document.lines.offsetAt(position))) : [];
    }),
  );

  connection.onReferences(
    handle('references', log, [], async ({ textDocument, position, context: { includeDeclaration } }) => {
      const here = await around(textDocument.uri);
      if (here) return references(here, here.document.lines.offsetAt(position), { includeDeclaration });
      const owned = await aroundOwned(textDocument.uri);
      return owned ? ownedReferences(owned, owned.document.lines.offsetAt(position), { includeDeclaration }) : [];
    }),
  );

  connection.onPrepareRename(
    handle('start of a rename', log, null, async ({ textDocument, position }) => {
      const here = await around(textDocument.uri);
      const owned = here ? null : await aroundOwned(textDocument.uri);
      if (owned) return prepareOwnedRename(owned, owned.document.lines.offsetAt(position));
      const start = here && prepareRename(here, here.document.lines.offsetAt(position));
      return start && { range: start.range, placeholder: start.placeholder };
    }),
  );

  connection.onRenameRequest(
    handle('rename', log, null, async ({ textDocument, position, newName }, token) => {
      const here = await around(textDocument.uri);
      const owned = here ? null : await aroundOwned(textDocument.uri);
      if (owned) return renameOwned(owned, owned.document.lines.offsetAt(position), newName.trim());
      const start = here && prepareRename(here, here.document.lines.offsetAt(position));
      if (!start || token.isCancellationRequested) return null;
      // What is to be changed is read once more, so that no edit lands beside its place.
      const touched = [start.agent.uri, ...index.mentionsOf(start.agent).map(({ uri }) => uri)];
      await workspace.update([...new Set(touched)].map((uri) => ({ uri, kind: 'changed' })));
      const newUri = renamedFile(start.agent, newName);
      const isTaken = newUri !== null && (await files.stat(newUri)) !== null;
      lookAtOpen();
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
      lookAtOpen();
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
    handle('call hierarchy', log, null, async ({ textDocument, position }) => {
      const here = await around(textDocument.uri);
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
