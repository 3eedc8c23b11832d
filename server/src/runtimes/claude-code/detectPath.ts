// The runtime and scope of a file by its path. Pure string work, shared with the client.
import type { Detected } from '../indexed.ts';

const CLAUDE_FOLDER = /(?:^|\/)\.claude\/agents\/(?:.*\/)?[^/]+\.md$/;
const AGENTS_FOLDER = /(?:^|\/)agents\/(?:.*\/)?[^/]+\.md$/;
/** Other kinds of files that have a name and a description. */
const OTHER_KINDS = /(?:^|\/)(?:SKILL\.md|\.claude\/(?:commands|skills|rules)\/.*|commands\/[^/]+\.md)$/;
/** Formats and folders of other runtimes, which Claude Code does not read. */
const OTHER_FORMATS =
  /(?:^|\/)\.(?:github|copilot|gemini|cursor|kiro|factory|opencode|kilo|kilocode|qwen|junie|augment|goose|grok)\/|\.(?:agent|chatmode|prompt|instructions)\.md$/;

/**
 * By path alone: `.claude/agents/**` in a project or the home folder, and `agents/**` in a plugin. `isPluginRoot` tells
 * whether a folder (a path prefix without a trailing slash) contains `.claude-plugin/`. Paths use forward slashes.
 */
export function detectByPath(path: string, isPluginRoot: (folder: string) => boolean): Detected | null {
  if (CLAUDE_FOLDER.test(path)) return { runtime: 'claude-code', scope: 'project', by: 'path' };
  if (!AGENTS_FOLDER.test(path) || OTHER_FORMATS.test(path)) return null;
  for (const folder of pluginRootCandidates(path)) {
    if (isPluginRoot(folder)) return { runtime: 'claude-code', scope: 'plugin', by: 'path' };
  }
  return null;
}

/** Whether a file has a format that Claude Code does not read, in any folder. */
export function isOtherFormat(path: string): boolean {
  return OTHER_FORMATS.test(path);
}

/** The possible plugin roots: the folders that have an `agents` folder with the file somewhere inside. */
export function pluginRootCandidates(path: string): string[] {
  const candidates: string[] = [];
  for (const match of path.matchAll(/(?<=^|\/)agents\//g)) candidates.push(path.slice(0, Math.max(0, match.index - 1)));
  return candidates;
}

/**
 * Detects a loose file by the keys of its front matter: a name, a description, and one more agent field or a folder
 * called `agents`. Keys are found line by line, so this works on broken YAML too, which is when an author needs it.
 */
export function detectByKeys(path: string, writtenKeys: Iterable<string>): Detected | null {
  if (OTHER_KINDS.test(path) || OTHER_FORMATS.test(path)) return null;
  const keys = new Set(writtenKeys);
  if (!keys.has('name') || !keys.has('description')) return null;
  const inAgentsFolder = AGENTS_FOLDER.test(path);
  if (!inAgentsFolder && !AGENT_ONLY_FIELDS.some((key) => keys.has(key))) return null;
  return { runtime: 'claude-code', scope: inAgentsFolder ? 'plugin' : 'project', by: 'fields' };
}

/** Fields that skills, commands, and web pages with a name and a description do not have. */
const AGENT_ONLY_FIELDS = ['tools', 'disallowedTools', 'model', 'color', 'permissionMode', 'maxTurns', 'output_schema'];
