// Texts and addresses that the protocol tests share.
import { pathToFileURL } from 'node:url';

/** Any folder: protocol tests open documents that need not exist on disk. */
export const FOLDER = pathToFileURL('/workspace').href;
export const PROJECT_AGENT = `${FOLDER}/.claude/agents/reviewer.md`;

/** What VS Code says it can do, as far as the server asks. */
export const EDITOR_CAPABILITIES = {
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    completion: { completionItem: { snippetSupport: true } },
  },
  workspace: { configuration: true, workspaceEdit: { documentChanges: true }, diagnostics: { refreshSupport: true } },
};

export function agent(frontMatter: string, body = 'You review code.\n'): string {
  return `---\n${frontMatter}\n---\n\n${body}`;
}

export const CLEAN = agent('name: reviewer\ndescription: Reviews code');
