// What the workspace index, the card and the editor ask Claude Code: it is the runtime whose agents they know in depth.
import { agentId, BUILT_IN_AGENTS, bareName, foldName } from './agents.ts';
import { colorsByDistance } from './colors.ts';
import { detect } from './detect.ts';
import { detectByKeys, detectByPath, isOtherFormat } from './detectPath.ts';
import { explainLoad, explainPlainly, loadStatements, lossInWords } from './explain.ts';
import { HOOK_HANDLERS } from './hookOptions.ts';
import { nameFault } from './load.ts';
import { claudeCode } from './loader.ts';
import { readManifest } from './manifest.ts';
import { mcpName, pluginServer, serverInTools } from './mcpNames.ts';
import { resolveModel } from './models.ts';
import {
  denialInWords,
  mainSessionInWords,
  modelInWords,
  originsInWords,
  refusalInWords,
  searchToolsNote,
  startFaultInWords,
  TRUST_NOTE,
  toolsInWords,
} from './powerWords.ts';
import { readFrontMatter } from './read.ts';
import { referencesIn } from './references.ts';
import { isManifestRule } from './rules/manifestRule.ts';
import { isSettingsRule } from './rules/settingsRule.ts';
import { delegations } from './rules/support/delegations.ts';
import { isDocumentation } from './rules/support/documentation.ts';
import { conventionKeys } from './rules/support/unknownKeys.ts';
import { keepsReading } from './sameReading.ts';
import { isSwitchedOn, readDenyRule } from './settings.ts';
import { canonicalTool, toolMentions } from './toolList.ts';
import { MCP_PREFIX, TOOL_ALIASES, TOOLS } from './toolNames.ts';
import { COLORS, HOOK_EVENTS, MODEL_ALIASES, MODEL_IDS } from './vocabulary.ts';
import { workflowName } from './workflow.ts';

export const indexed = {
  ...claudeCode,
  detect,
  detectByPath,
  detectByKeys,
  /** Whether a file has a format that this runtime does not read, in any folder. */
  isOtherFormat,
  read: readFrontMatter,
  keepsReading,
  isDocumentation,
  referencesIn,
  delegations,
  conventionKeys,
  names: { builtIn: BUILT_IN_AGENTS, idOf: agentId, bare: bareName, fold: foldName, fault: nameFault },
  tools: {
    all: TOOLS,
    aliases: TOOL_ALIASES,
    canonical: canonicalTool,
    mentions: toolMentions,
    mcpPrefix: MCP_PREFIX,
    mcpName,
    serverInTools,
    pluginServer,
  },
  models: { aliases: MODEL_ALIASES, ids: MODEL_IDS, resolve: resolveModel },
  colors: { all: COLORS, byDistance: colorsByDistance },
  hookEvents: HOOK_EVENTS,
  hookTypes: [...HOOK_HANDLERS.keys()],
  /** Files beside agents that decide which of them load and what they can do. */
  files: { readManifest, isManifestRule, isSettingsRule, readDenyRule, isSwitchedOn, workflowName },
  /** What a load report says, as Markdown. */
  words: {
    loss: lossInWords,
    statements: loadStatements,
    explain: explainLoad,
    explainPlainly,
    denials: denialInWords,
    mainSession: mainSessionInWords,
    model: modelInWords,
    origins: originsInWords,
    refusal: refusalInWords,
    searchTools: searchToolsNote,
    startFault: startFaultInWords,
    tools: toolsInWords,
    trustNote: TRUST_NOTE,
  },
} as const;
