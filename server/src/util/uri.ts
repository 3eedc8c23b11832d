// What is asked of URIs everywhere, by their text alone.

/** Whether it is the folder itself or lies in it, however deep. The folder has no final slash. */
export function isWithin(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(`${folder}/`);
}

/** With escapes read; as it stands where they cannot be. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
