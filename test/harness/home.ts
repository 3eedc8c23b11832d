// A home folder for processes under test, so that what the person at the keyboard keeps in `~/.claude` changes no result.
import { rmSync } from 'node:fs';
import { makeFolder } from './folders.ts';

export interface Home {
  readonly path: string;
  remove(): void;
}

export function emptyHome(): Home {
  const path = makeFolder('home');
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** This process's environment, with another home. */
export function homeEnvironment(home: string): NodeJS.ProcessEnv {
  const { CLAUDE_CONFIG_DIR: _, ...rest } = process.env;
  return { ...rest, HOME: home, USERPROFILE: home };
}
