// A card as a standalone page for the command line: no scripts, no network requests, and a light or dark theme that follows
// the reader's system.
import { escapeHtml } from './escape.ts';
import { cardStyle } from './generated/style.ts';
import { cardHtml } from './html.ts';
import type { CardModel } from './model.ts';
import { pageTheme } from './theme.ts';

export function cardPage(card: CardModel): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>Agent: ${escapeHtml(card.title)}</title>
<style>
${pageTheme}
${cardStyle}
</style>
</head>
<body>
<main>${cardHtml(card, { interactive: false })}</main>
</body>
</html>
`;
}
