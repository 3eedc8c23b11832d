// Registers the handler of every editor feature on the connection.

import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  Hover,
  Position,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { cardTitle, createCard } from '../card/card.ts';
import { cardHtml } from '../card/html.ts';
import { codeActions, EXPLAIN_COMMAND, fixActions } from '../features/codeActions.ts';
import { beginningList, completionList, type ListRequest, type OfferedItems } from '../features/completionList.ts';
import type { ConfigPlace } from '../features/configActions.ts';
import { colorPresentations, documentColors } from '../features/documentColors.ts';
import { documentSymbols } from '../features/documentSymbols.ts';
import { hover } from '../features/hover.ts';
import { nameHover } from '../features/nameHover.ts';
import { type ListFolder, markHover, markItems } from '../features/promptMarks.ts';
import { readersHover } from '../features/readersHover.ts';
import { runtimeCompletionList } from '../features/runtimeCompletion.ts';
import { explainForeign, runtimeHover } from '../features/runtimeHover.ts';
import { snippetVariables } from '../features/snippets/variables.ts';
import type { AgentDocument } from '../model/document.ts';
import { matrixOfReaders } from '../portability/ask.ts';
import type { ForeignLoad } from '../rules/events.ts';
import { indexed } from '../runtimes/registry.ts';
import { printable } from '../util/printable.ts';
import type { FileFacts } from '../workspace/fileFacts.ts';
import type { FileSystem, Log } from '../workspace/host.ts';
import { normalizeUri, parentUri, resolvePath } from '../workspace/uris.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Analyses, Analysis } from './analyses.ts';
import { convertAgent, convertTargets } from './convert.ts';
import type { DiagnosticsService } from './diagnostics.ts';
import { handle } from './handle.ts';
import {
  type CardParams,
  CardRequest,
  type ClientOptions,
  type ConvertAnswer,
  type ConvertParams,
  ConvertRequest,
  ConvertTargetsRequest,
  type VerifyParams,
  VerifyRequest,
} from './protocol.ts';
import { toTrigger } from './trigger.ts';
import { verifyText } from './verify.ts';

export interface FeatureContext {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly analyses: Analyses;
  readonly diagnostics: DiagnosticsService;
  readonly facts: FileFacts;
  readonly workspace: Workspace;
  readonly files: FileSystem;
  readonly log: Log;
  readonly options: ClientOptions;
  readonly capabilities: ClientCapabilities;
  /** `yyyy-mm-dd` */
  today(): string;
}

export function registerFeatures(context: FeatureContext): void {
  const { connection, documents, analyses, diagnostics, facts, workspace, files, log, options, capabilities, today } =
    context;
  const snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
  const versionedEdits = capabilities.workspace?.workspaceEdit?.documentChanges === true;
  const editsWithTabStops = snippets && capabilities.workspace?.workspaceEdit?.snippetEditSupport === true;
  const canCreate = capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;

  function analysisOf(uri: string): Analysis | null {
    const document = documents.get(uri);
    return document ? analyses.of(document) : null;
  }

  async function completeIn(open: TextDocument, position: Position, request: ListRequest): Promise<OfferedItems> {
    const analysis = analyses.of(open);
    const offset = open.offsetAt(position);
    if (analysis?.identity.owner) {
      const { document, foreign } = analysis;
      if (!foreign) return { items: [], isIncomplete: false };
      const marked = options.ownMarks
        ? null
        : await markItems(document, foreign, offset, { trigger: request.trigger, listFolder: besides(open.uri) });
      if (marked) return { items: marked, isIncomplete: false };
      const agentNames = workspace.index.runtimeAgents.names(foreign.runtime.id);
      return runtimeCompletionList(document, foreign.runtime, offset, { ...request, agentNames });
    }
    if (analysis) {
      const { scope } = analysis.identity;
      return completionList({ ...analysis, scope, index: workspace.index }, offset, request);
    }
    const beginning = analyses.beginning(open);
    return beginning ? beginningList(beginning, offset, request) : { items: [], isIncomplete: false };
  }

  /** Folders below that of a document. */
  function besides(uri: string): ListFolder {
    return async (path) => {
      const folder = resolvePath(parentUri(normalizeUri(uri)), path);
      // What cannot be looked into has nothing to offer.
      return folder === null ? null : files.list(folder).catch(() => null);
    };
  }

  function markAt(foreign: ForeignLoad, document: AgentDocument, offset: number): Hover | null {
    return options.ownMarks ? null : markHover(document, foreign, offset);
  }

  function configPlace(uri: string): ConfigPlace | null {
    const place = versionedEdits ? facts.configPlace(uri) : null;
    return place && { ...place, canCreate };
  }

  connection.languages.diagnostics.on(
    handle('diagnostics', log, { kind: 'full' as const, items: [] }, async ({ textDocument }) => {
      const document = documents.get(textDocument.uri);
      const result = document ? await diagnostics.compute(document) : null;
      return { kind: 'full' as const, items: result?.items ?? [] };
    }),
  );

  connection.onCompletion(
    handle('completion', log, [], async ({ textDocument, position, context }) => {
      const open = documents.get(textDocument.uri);
      if (!open) return [];
      const request = {
        clientCompletes: options.completes,
        ownHeadings: options.ownHeadings,
        snippets,
        today: today(),
        trigger: toTrigger(context),
      };
      const { items, isIncomplete } = await completeIn(open, position, request);
      // Whoever does not say why it asks does not ask again either.
      return context ? { items, isIncomplete } : items;
    }),
  );

  connection.onHover(
    handle('hover', log, null, ({ textDocument, position }) => {
      const analysis = analysisOf(textDocument.uri);
      if (!analysis) return null;
      const { document, foreign, identity } = analysis;
      const offset = document.lines.offsetAt(position);
      const own = identity.owner
        ? foreign && (runtimeHover(document, foreign, offset) ?? markAt(foreign, document, offset))
        : (nameHover({ ...analysis, index: workspace.index }, offset) ?? hover(analysis, offset));
      return readersHover(own, analysis, () => matrixOfReaders(document, identity, analysis.load), offset);
    }),
  );

  connection.onCodeAction(
    handle('code actions', log, [], ({ textDocument, range, context }) => {
      const open = documents.get(textDocument.uri);
      const agent = open ? analyses.of(open) : null;
      const analysis = agent ?? (open ? analyses.json(open) : null);
      if (!open || !analysis) return [];
      const { lines } = analysis.document;
      const request = {
        span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
        only: context.only,
        version: versionedEdits ? open.version : null,
      };
      if (!agent) return fixActions(analysis.document, analysis.problems, request);
      return codeActions(agent.document, agent.problems, {
        ...request,
        config: configPlace(textDocument.uri),
        templates: {
          runtime: agent.foreign?.runtime,
          variables: snippetVariables(textDocument.uri, today(), agent.foreign?.runtime),
          tabStops: editsWithTabStops,
        },
      });
    }),
  );

  connection.onExecuteCommand(
    handle('explain', log, null, ({ command, arguments: args }) => {
      const uri: unknown = args?.[0];
      const analysis = command === EXPLAIN_COMMAND && typeof uri === 'string' ? analysisOf(uri) : null;
      const text = analysis ? explanationOf(analysis) : 'This is not an agent file that Agentwright knows.';
      // Not awaited: the answer comes when the user closes the message.
      void connection.window.showInformationMessage(printable(text));
      return null;
    }),
  );

  connection.onDocumentColor(
    handle('document colors', log, [], ({ textDocument }) => {
      const analysis = analysisOf(textDocument.uri);
      return analysis && !analysis.identity.owner ? documentColors(analysis.document, analysis.load) : [];
    }),
  );

  connection.onColorPresentation(
    handle('color presentations', log, [], ({ color, range }) => colorPresentations(color, range)),
  );

  connection.onDocumentSymbol(
    handle('document symbols', log, [], ({ textDocument }) => {
      const analysis = analysisOf(textDocument.uri);
      return analysis ? documentSymbols(analysis.document, { headings: !options.ownHeadings }) : [];
    }),
  );

  connection.onRequest(
    CardRequest,
    handle('card', log, null, ({ uri }: CardParams) => {
      const analysis = analysisOf(uri);
      // The card shows what Claude Code makes of an agent, and has nothing to show of others yet.
      if (!analysis || analysis.identity.owner) return null;
      const card = createCard(analysis.document, analysis.load, analysis.problems);
      return { version: analysis.version, title: cardTitle(card), html: cardHtml(card) };
    }),
  );

  connection.onRequest(
    VerifyRequest,
    handle('verify', log, null, async ({ uri, text }: VerifyParams) => {
      const document = documents.get(uri);
      // Whether it is an agent may depend on other files, which are looked up first.
      if (document) await diagnostics.compute(document);
      const analysis = analysisOf(uri);
      return analysis && verifyText(analysis, text);
    }),
  );

  const targets = handle('convert targets', log, [], () => convertTargets());
  // A request without parameters comes with the token alone.
  connection.onRequest(ConvertTargetsRequest, (token: CancellationToken) => targets(undefined, token));

  connection.onRequest<ConvertAnswer | null, void>(
    ConvertRequest,
    handle('convert', log, null, async (params: ConvertParams) => {
      const document = documents.get(params.uri);
      if (document) await diagnostics.compute(document);
      const analysis = analysisOf(params.uri);
      return analysis && convertAgent(analysis, params);
    }),
  );
}

/** For a message box, which shows no Markdown. */
function explanationOf({ identity, foreign, load }: Analysis): string {
  if (foreign) return explainForeign(foreign).replaceAll('**', '').replaceAll('`', '').replaceAll('\n', ' ');
  if (!identity.owner) return indexed.words.explainPlainly(load, indexed);
  return `This is a file of ${identity.owner.label}. Agentwright does not know yet what ${identity.owner.label} makes of it.`;
}
