// The name of a file without its folder and extension, from its URI.

export function fileStem(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1).replace(/\.md$/, '');
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
