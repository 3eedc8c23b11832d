// What an agent can do once it is started: tools, model and the fields that say how it runs.
import type { AgentDocument } from '../../model/document.ts';
import { plainValue } from '../../model/plain.ts';
import type { IgnoredField, IndexedReading, LoadScope } from '../indexed.ts';
import type { EffectiveModel, MainSession, Powers, StartFault } from '../powers.ts';
import type { Session } from '../session.ts';
import { grantTools, type ToolGrant } from './grant.ts';
import { readServers } from './mcpServers.ts';
import { type Fields, readOptions } from './options.ts';
import { isServerConfigured } from './servers.ts';
import { agentDeniedBy } from './settings.ts';
import { isMemoryScope } from './values.ts';

export interface PowersContext {
  readonly scope: LoadScope;
  readonly session: Session;
  /** Null where it does not load, or its plugin is not known. */
  readonly id: string | null;
  readonly ignored: readonly IgnoredField[];
}

export function readPowers(document: AgentDocument, reading: IndexedReading, context: PowersContext): Powers {
  const { scope, session, id, ignored } = context;
  // The last entry of a key counts. Asked for so often that a search each time would be felt.
  const fields: Fields = new Map(reading.entries.map((entry) => [entry.key, entry]));
  const text = (key: string): string | null => {
    const entry = fields.get(key);
    const value = entry ? plainValue(entry.value) : null;
    return typeof value === 'string' ? value : null;
  };
  const servers = scope === 'plugin' ? [] : readServers(fields.get('mcpServers')).entries;
  const { comesToNothing, main, ...grant } = grantTools(
    document.text,
    {
      tools: fields.get('tools'),
      disallowedTools: fields.get('disallowedTools'),
      memory: isMemoryScope(text('memory') ?? undefined),
      plan: scope === 'project' && text('permissionMode') === 'plan',
      servers,
    },
    session,
  );
  const model = text('model');
  const by = id === null ? undefined : agentDeniedBy(id, session.settings);
  const startFault: StartFault | null = by ? { kind: 'settings', by } : comesToNothing ? { kind: 'no-tools' } : null;
  const effectiveModel = readModel(model, session);
  const options = readOptions(fields, ignored);
  return {
    ...grant,
    startFault,
    model,
    effectiveModel,
    options: {
      ...options,
      mcpServers: servers.map(({ name, inline }) => ({
        name,
        inline,
        configured: isServerConfigured({ name, inline }, session),
      })),
    },
    needsTrust: session.needsTrust,
    mainSession: mainSession({
      main,
      tools: grant.tools,
      model: writtenModel(model),
      isOtherwise: startFault !== null || effectiveModel.by !== null,
      sendsInitialPrompt: scope === 'project' && Boolean(text('initialPrompt')),
    }),
  };
}

/**
 * Measured: the model of the file counts before that of the settings, unless they force theirs; forced without one it is
 * that of the session. An empty text and a value that is no text are as if nothing were written.
 */
function readModel(model: string | null, { settings: { subagentModel, forceModel } }: Session): EffectiveModel {
  const written = writtenModel(model);
  if (written !== null && !forceModel) return { value: written, by: null };
  if (subagentModel && subagentModel.value.trim() !== '') return { value: subagentModel.value, by: subagentModel };
  return { value: null, by: written === null ? null : forceModel };
}

function writtenModel(model: string | null): string | null {
  return model === null || model.trim() === '' ? null : model;
}

interface MainSessionFacts extends Pick<MainSession, 'model' | 'sendsInitialPrompt'> {
  readonly main: ToolGrant['main'];
  readonly tools: Powers['tools'];
  /** Something about the subagent comes from what does not count for a main session. */
  readonly isOtherwise: boolean;
}

/** Measured: as the main session it is started whatever its tools come to, and settings for subagents do not count. */
function mainSession({ main, tools, model, isOtherwise, sendsInitialPrompt }: MainSessionFacts): MainSession | null {
  const isSame = main.tools === tools || String(main.tools) === String(tools);
  if (isSame && main.agents === null && !sendsInitialPrompt && !isOtherwise) return null;
  return { ...main, model, sendsInitialPrompt };
}
