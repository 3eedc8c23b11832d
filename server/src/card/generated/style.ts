// Generated from client/src/preview/webview/card.css by: npm run generate
export const cardStyle = `/* The agent card. Colors and fonts come from the editor's theme, and it looks like a part of the editor. */
/* biome-ignore-all lint/style/noDescendingSpecificity: the parts are ordered as on the card, not by weight */
:root {
  --card-line: var(--vscode-contrastBorder, var(--vscode-editorWidget-border, rgb(128 128 128 / 30%)));
  --card-soft: var(--vscode-textCodeBlock-background, rgb(128 128 128 / 10%));
  --card-quiet: var(--vscode-descriptionForeground, inherit);
  --card-focus: var(--vscode-focusBorder, currentcolor);
  --card-mono: var(--vscode-editor-font-family, monospace);
  --card-band: var(--card-line);
}

body {
  margin: 0;
  padding: 0;
  background: var(--vscode-editor-background);
  color: var(--vscode-editor-foreground, var(--vscode-foreground));
  font-family: var(--vscode-font-family, system-ui, sans-serif);
  font-size: var(--vscode-font-size, 13px);
  line-height: 1.55;
  overflow-wrap: anywhere;
}

main {
  max-width: 760px;
  margin: 0 auto;
  padding: 20px 28px 64px;
}

.color-red {
  --card-band: var(--vscode-charts-red, #dc2626);
}
.color-blue {
  --card-band: var(--vscode-charts-blue, #2563eb);
}
.color-green {
  --card-band: var(--vscode-charts-green, #16a34a);
}
.color-yellow {
  --card-band: var(--vscode-charts-yellow, #ca8a04);
}
.color-purple {
  --card-band: var(--vscode-charts-purple, #9333ea);
}
.color-orange {
  --card-band: var(--vscode-charts-orange, #ea580c);
}
.color-pink {
  --card-band: var(--vscode-terminal-ansiMagenta, #db2777);
}
.color-cyan {
  --card-band: var(--vscode-terminal-ansiCyan, #0891b2);
}

/* Identity */
.head {
  position: relative;
  padding-left: 18px;
}
.band {
  position: absolute;
  inset: 2px auto 2px 0;
  width: 5px;
  border-radius: 3px;
  background: var(--card-band);
}
h1 {
  margin: 0 0 6px;
  font-size: 1.75em;
  font-weight: 600;
  line-height: 1.25;
}
.facts {
  display: flex;
  flex-wrap: wrap;
  gap: 2px 22px;
  margin: 0;
}
.facts > div {
  display: flex;
  gap: 7px;
}
.facts dt {
  color: var(--card-quiet);
}
.facts dd {
  margin: 0;
}
.swatch {
  display: inline-block;
  width: 10px;
  height: 10px;
  margin-right: 6px;
  border-radius: 50%;
  background: var(--card-band);
}

/* What the runtime makes of it */
.verdict {
  margin: 18px 0 0;
  padding: 9px 14px 10px;
  border: 1px solid var(--card-line);
  border-left-width: 4px;
  border-radius: 4px;
}
.verdict p {
  margin: 0;
}
.verdict .headline + p {
  margin-top: 4px;
}
.verdict .headline .quiet {
  margin-left: 6px;
}
.verdict .action {
  margin-top: 4px;
}
.loads {
  border-left-color: var(--vscode-testing-iconPassed, var(--vscode-charts-green, currentcolor));
}
.changed {
  border-color: var(--vscode-inputValidation-warningBorder, var(--card-line));
  background: var(--vscode-inputValidation-warningBackground, transparent);
  color: var(--vscode-inputValidation-warningForeground, inherit);
}
.dropped,
.blocked {
  border-color: var(--vscode-inputValidation-errorBorder, var(--card-line));
  background: var(--vscode-inputValidation-errorBackground, transparent);
  color: var(--vscode-inputValidation-errorForeground, inherit);
}
.changed .quiet,
.dropped .quiet,
.blocked .quiet {
  color: inherit;
  opacity: 0.85;
}

/* Sections */
h2 {
  margin: 30px 0 8px;
  color: var(--vscode-sideBarTitle-foreground, var(--card-quiet));
  font-size: 0.85em;
  font-weight: 600;
  letter-spacing: 0.06em;
  text-transform: uppercase;
}
.quiet {
  color: var(--card-quiet);
}
section > p {
  margin: 0 0 8px;
}
section ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
code,
.chip,
.key {
  font-family: var(--card-mono);
  font-size: 0.93em;
}
code {
  padding: 1px 4px;
  border-radius: 3px;
  background: var(--vscode-textPreformat-background, var(--card-soft));
  color: var(--vscode-textPreformat-foreground, inherit);
}
.changed code,
.dropped code,
.blocked code {
  background: none;
  padding: 0;
  color: inherit;
  font-weight: 600;
}

.problems li {
  position: relative;
  padding: 3px 0 3px 14px;
}
.problems li::before {
  position: absolute;
  top: 0.85em;
  left: 0;
  width: 7px;
  height: 7px;
  border-radius: 50%;
  background: var(--vscode-problemsWarningIcon-foreground, var(--vscode-editorWarning-foreground, currentcolor));
  content: "";
}
.problems .error::before {
  border-radius: 1px;
  background: var(--vscode-problemsErrorIcon-foreground, var(--vscode-editorError-foreground, currentcolor));
}
.severity {
  font-weight: 600;
}

.prose {
  margin: 0 0 10px;
  white-space: pre-line;
}
.example {
  position: relative;
  margin: 0 0 10px;
  border: 1px solid var(--card-line);
  border-radius: 5px;
}
.example > summary {
  padding: 5px 12px;
  color: var(--card-quiet);
  cursor: pointer;
}
.example[open] > summary {
  border-bottom: 1px solid var(--card-line);
}
.example > :not(summary) {
  margin: 9px 12px;
}
.example .context,
.commentary,
.turn dd {
  white-space: pre-line;
}
.example .context {
  font-style: italic;
}
.turn {
  display: grid;
  grid-template-columns: 76px 1fr;
  gap: 10px;
  margin: 6px 0;
}
.turn dt {
  color: var(--card-quiet);
}
.turn dd {
  margin: 0;
}
.turn.user dd {
  font-weight: 500;
}
.commentary {
  padding-left: 10px;
  border-left: 2px solid var(--card-line);
  color: var(--card-quiet);
}
.label {
  font-weight: 600;
}

.chips {
  display: flex;
  flex-wrap: wrap;
  gap: 6px;
}
.chip {
  display: inline-block;
  padding: 1px 8px;
  border: 1px solid var(--vscode-contrastBorder, transparent);
  border-radius: 10px;
  background: var(--card-soft);
}
.chips + .quiet,
.main-session {
  margin-top: 8px;
}
section .refused {
  margin-top: 8px;
}
.refused li {
  margin: 3px 0;
  color: var(--card-quiet);
}
.refused del {
  text-decoration: none;
}
.refused .chip {
  text-decoration: line-through;
  text-decoration-color: var(--vscode-errorForeground, currentcolor);
  text-decoration-thickness: 1.5px;
}

.rows {
  display: grid;
  grid-template-columns: minmax(84px, max-content) 1fr;
  gap: 5px 16px;
  margin: 0;
}
.rows > div {
  display: contents;
}
.rows dt {
  color: var(--card-quiet);
}
.rows dd {
  margin: 0;
  white-space: pre-line;
}
.ignored li {
  margin: 3px 0;
}
.ignored span:last-child {
  color: var(--card-quiet);
}

table {
  width: 100%;
  margin: 0;
  border-collapse: collapse;
}
th,
td {
  padding: 5px 12px 5px 0;
  border-bottom: 1px solid var(--card-line);
  text-align: left;
  vertical-align: top;
}
th {
  color: var(--card-quiet);
  font-weight: 600;
}
.align-center {
  text-align: center;
}
.align-right {
  text-align: right;
}

/* The prompt */
.markdown {
  margin-top: 12px;
  padding-top: 4px;
  border-top: 1px solid var(--card-line);
}
.block {
  position: relative;
}
.markdown p,
.markdown ul,
.markdown ol,
.markdown pre,
.markdown table,
.markdown blockquote {
  margin: 0 0 12px;
}
.markdown ul,
.markdown ol {
  padding-left: 24px;
}
.markdown ul {
  list-style: disc;
}
.markdown li {
  margin: 2px 0;
}
.markdown li > ul,
.markdown li > ol,
.markdown li > p {
  margin: 2px 0;
}
.markdown .task {
  margin-left: -20px;
  list-style: none;
}
.box {
  margin-right: 3px;
}
.md-h1,
.md-h2,
.md-h3,
.md-h4,
.md-h5,
.md-h6 {
  margin: 22px 0 8px;
  font-size: 1em;
  font-weight: 600;
  line-height: 1.3;
}
.md-h1 {
  font-size: 1.5em;
}
.md-h2 {
  padding-bottom: 4px;
  border-bottom: 1px solid var(--card-line);
  font-size: 1.25em;
}
.md-h3 {
  font-size: 1.1em;
}
pre {
  padding: 10px 12px;
  border: 1px solid var(--vscode-contrastBorder, transparent);
  border-radius: 4px;
  background: var(--card-soft);
  overflow-x: auto;
  overflow-wrap: normal;
}
pre code {
  padding: 0;
  background: none;
  color: inherit;
}
blockquote {
  padding: 2px 14px;
  border-left: 4px solid var(--vscode-textBlockQuote-border, var(--card-line));
  background: var(--vscode-textBlockQuote-background, transparent);
}
blockquote > :last-child {
  margin-bottom: 0;
}
hr {
  border: 0;
  border-top: 1px solid var(--card-line);
}
.lines {
  white-space: pre-line;
}
.tag {
  color: var(--vscode-symbolIcon-classForeground, var(--vscode-textPreformat-foreground, inherit));
  font-family: var(--card-mono);
  font-size: 0.93em;
}
.image,
.inert-link {
  color: var(--card-quiet);
  text-decoration: underline dotted;
}
a,
.link {
  color: var(--vscode-textLink-foreground, inherit);
  text-decoration: underline;
}
a:hover,
.link:hover {
  color: var(--vscode-textLink-activeForeground, inherit);
}

/* Parts that lead to their source look like text until the pointer or the focus is on them */
button {
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  letter-spacing: inherit;
  text-align: left;
  text-transform: inherit;
  cursor: pointer;
  user-select: text;
}
button:hover {
  text-decoration: underline;
}
button.chip {
  padding: 1px 8px;
  border: 1px solid var(--vscode-contrastBorder, transparent);
  background: var(--card-soft);
  font-family: var(--card-mono);
  font-size: 0.93em;
}
button.key {
  font-family: var(--card-mono);
  font-size: 0.93em;
}
.action {
  color: var(--vscode-textLink-foreground, inherit);
}
.changed .action,
.dropped .action,
.blocked .action {
  color: inherit;
  text-decoration: underline;
}
.problems .action {
  white-space: nowrap;
}
.example > :not(summary).go {
  top: 5px;
  right: 12px;
  margin: 0;
}
.go {
  position: absolute;
  top: 0;
  right: 0;
  color: var(--vscode-textLink-foreground, inherit);
  font-size: 0.9em;
  opacity: 0;
}
.block:hover > .go,
.example:hover > .go,
.go:focus-visible {
  opacity: 1;
}
:focus-visible {
  outline: 1px solid var(--card-focus);
  outline-offset: 2px;
}

.status {
  margin: 0;
  padding: 7px 28px;
  border-bottom: 1px solid var(--card-line);
  background: var(--vscode-editorWidget-background, transparent);
  color: var(--card-quiet);
}
.status:empty {
  display: none;
}
.vscode-high-contrast .facts dt,
.vscode-high-contrast .quiet {
  color: inherit;
}
.vscode-high-contrast .go {
  opacity: 1;
}

@media (prefers-reduced-motion: no-preference) {
  .go {
    transition: opacity 120ms ease-out;
  }
}
@media (max-width: 480px) {
  main {
    padding: 14px 16px 48px;
  }
  .turn,
  .rows {
    grid-template-columns: 1fr;
    gap: 0;
  }
  .rows dd {
    margin-bottom: 6px;
  }
}
@media print {
  main {
    max-width: none;
  }
}
`;
