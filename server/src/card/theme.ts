// Values for the editor's color variables, for a card outside an editor.

const LIGHT = {
  'editor-background': '#ffffff',
  'editor-foreground': '#3b3b3b',
  descriptionForeground: '#616161',
  focusBorder: '#005fb8',
  'editorWidget-border': '#d4d4d4',
  'textCodeBlock-background': '#f3f3f3',
  'textPreformat-foreground': '#3b3b3b',
  'textLink-foreground': '#005fb8',
  'textLink-activeForeground': '#004a8f',
  'symbolIcon-classForeground': '#a0501f',
  'inputValidation-warningBackground': '#fdf6df',
  'inputValidation-warningBorder': '#b89500',
  'inputValidation-errorBackground': '#fbeceb',
  'inputValidation-errorBorder': '#be1100',
  'testing-iconPassed': '#388a34',
  'problemsWarningIcon-foreground': '#bf8803',
  'problemsErrorIcon-foreground': '#e51400',
  errorForeground: '#c72e0f',
};

const DARK: typeof LIGHT = {
  'editor-background': '#1f1f1f',
  'editor-foreground': '#cccccc',
  descriptionForeground: '#9d9d9d',
  focusBorder: '#0078d4',
  'editorWidget-border': '#454545',
  'textCodeBlock-background': '#2b2b2b',
  'textPreformat-foreground': '#d0d0d0',
  'textLink-foreground': '#4daafc',
  'textLink-activeForeground': '#7cc0ff',
  'symbolIcon-classForeground': '#ee9d28',
  'inputValidation-warningBackground': '#352a05',
  'inputValidation-warningBorder': '#b89500',
  'inputValidation-errorBackground': '#4a1d1d',
  'inputValidation-errorBorder': '#be1100',
  'testing-iconPassed': '#73c991',
  'problemsWarningIcon-foreground': '#cca700',
  'problemsErrorIcon-foreground': '#f14c4c',
  errorForeground: '#f48771',
};

export const pageTheme = [
  `:root {\n${declarations(LIGHT)}\n}`,
  `@media (prefers-color-scheme: dark) {\n:root {\n${declarations(DARK)}\n}\n}`,
].join('\n');

function declarations(colors: Readonly<Record<string, string>>): string {
  return Object.entries(colors)
    .map(([name, value]) => `  --vscode-${name}: ${value};`)
    .join('\n');
}
