// What the name of a file says, from its URI: what it is called without folder and extension, and whether it is a README.

export function fileStem(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1).replace(/\.md$/, '');
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** A folder's README is documentation: Claude Code skips it, and its author means it to. Takes a URI or a path. */
export function isReadme(uri: string): boolean {
  return /(?:^|\/)readme\.md$/i.test(uri);
}
