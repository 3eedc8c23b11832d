// The page that shows the card: it may load and run only our own style sheet and script.

export interface PageParts {
  readonly cspSource: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  readonly nonce: string;
  /** The displayed document, which the page remembers across a reload. */
  readonly uri: string;
}

export function pageHtml({ cspSource, scriptUri, styleUri, nonce, uri }: PageParts): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<link rel="stylesheet" href="${escapeAttribute(styleUri)}">
<title>Agent Card</title>
</head>
<body data-uri="${escapeAttribute(uri)}">
<p id="status" class="status" role="status">Loading the agent card…</p>
<main id="card" tabindex="-1" aria-label="Agent card"></main>
<script nonce="${nonce}" src="${escapeAttribute(scriptUri)}"></script>
</body>
</html>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
