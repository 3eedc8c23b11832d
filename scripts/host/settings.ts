// The user settings of a VS Code under test or on show: quiet, offline, and nothing in the way of the editor.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const quiet = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
};

/** Only for tests: what makes pictures and timing the same on every run. */
const steady = {
  'editor.cursorBlinking': 'solid',
  'editor.hover.delay': 50,
  'editor.quickSuggestionsDelay': 1,
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'window.commandCenter': false,
  'workbench.editor.enablePreview': false,
  'workbench.reduceMotion': 'on',
};

/** Writes the user settings under a user data folder (`<folder>/User`), unless somebody has settings there already. */
export function writeUserSettings(userDataDir: string, purpose: 'demo' | 'test'): void {
  const file = join(userDataDir, 'User', 'settings.json');
  if (existsSync(file)) return;
  mkdirSync(join(userDataDir, 'User'), { recursive: true });
  const settings = purpose === 'test' ? { ...quiet, ...steady } : quiet;
  writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`);
}
