// One file alone, as editor and command line analyse it: identified by its path, loaded by its owner, and linted.
import { EMPTY_CONFIG } from '../../server/src/lint/config.ts';
import { parseDocument } from '../../server/src/model/document.ts';
import { AgentIndex } from '../../server/src/workspace/agentIndex.ts';
import { type AgentAnalysis, analyzeAgent } from '../../server/src/workspace/analyze.ts';
import { identify } from '../../server/src/workspace/identify.ts';

/** `path` is below the workspace folder. */
export function analyzeText(path: string, text: string): AgentAnalysis {
  const index = new AgentIndex();
  const document = parseDocument(`file:///w/${path}`, text);
  const identity = identify(document, { ...index.context, isPluginFolder: () => false });
  if (!identity) throw new Error(`${path} is not an agent`);
  return analyzeAgent(document, identity, {
    index,
    workspace: index.withoutClaims(),
    files: { linkTarget: () => 'exists' },
    config: EMPTY_CONFIG,
    configPath: document.uri,
    onRuleError(code, error) {
      throw new Error(`rule ${code} threw`, { cause: error });
    },
  });
}
